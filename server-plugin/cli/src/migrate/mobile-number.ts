import { parsePhoneNumber, type PhoneNumberResult } from '@lifeguard/shared/mfa';

/** The credential type of the SMS authenticator of netzbegruenung/keycloak-mfa-plugins. It exists only once a code from the phone was entered. */
export const MOBILE_NUMBER_TYPE = 'mobile-number';

/** The number in a credential's data, `{"mobileNumber": …}`, as it was typed; undefined when there is none. */
export function readMobileNumber(credentialData: string | undefined): string | undefined {
  let data: unknown;
  try {
    data = JSON.parse(credentialData ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { mobileNumber } = (data ?? {}) as { readonly mobileNumber?: unknown };
  return typeof mobileNumber === 'string' && mobileNumber !== '' ? mobileNumber : undefined;
}

/**
 * Reads a number that can lack its country code. With one to fill in, the numbers `0151…`, `0049151…`, `49151…` and `+490151…` become
 * `+49151…`, as that plugin does whenever it sends; without one nothing is guessed.
 * @param countryCode with its plus, for example `+49`
 */
export function parseMobileNumber(text: string, countryCode?: string): PhoneNumberResult {
  const compact = text.replace(/[^0-9+]/g, '');
  if (countryCode === undefined) return parsePhoneNumber(compact);
  const country = countryCode.slice(1);
  const national = new RegExp(`^(?:\\+|00)?${country}0?|^0(?!0)`);
  return parsePhoneNumber(compact.replace(national, countryCode).replace(/^00/, '+'));
}
