import { maskPhoneNumber, type MfaPreferenceRequest, parsePhoneNumber } from '@lifeguard/shared/mfa';
import { parseMobileNumber } from './mobile-number.ts';

/** What a user has before the take-over. */
export interface UserBefore {
  /** Of the credentials of the other plugin, as typed; undefined for one that holds none. */
  readonly mobileNumbers: readonly (string | undefined)[];
  readonly phoneNumber?: string;
  readonly phoneNumberVerified: boolean;
  /** Whether anybody has ever turned a factor on or off. */
  readonly hasSettings: boolean;
  readonly hasAuthenticator: boolean;
}

export interface TakeOverRules {
  /** Filled in where a number lacks it, for example `+49`. */
  readonly countryCode?: string;
  /** Whether another number that the user has gives way. */
  readonly overwrite: boolean;
}

/** Why a user keeps what the user has. */
export type TakeOverObstacle = 'no-number' | 'several-numbers' | 'other-number';

export type TakeOverPlan =
  | {
      readonly kind: 'take-over';
      readonly e164: string;
      /** Absent when the user or an operator has chosen factors already. */
      readonly preference?: MfaPreferenceRequest;
    }
  | { readonly kind: 'nothing'; readonly e164: string }
  | {
      readonly kind: 'obstacle';
      readonly obstacle: TakeOverObstacle;
      readonly masked?: string;
      readonly reason: string;
    };

/** What becomes of one user. The number counts as verified: that plugin stores it when a code that it sent was entered. */
export function planTakeOver(user: UserBefore, { countryCode, overwrite }: TakeOverRules): TakeOverPlan {
  const texts = user.mobileNumbers.flatMap((text) => text ?? []);
  const results = texts.map((text) => parseMobileNumber(text, countryCode));
  const numbers = [...new Set(results.flatMap((result) => (result.ok ? [result.e164] : [])))];
  const [e164, ...others] = numbers;
  if (e164 === undefined) {
    return { kind: 'obstacle', obstacle: 'no-number', reason: whyNone(texts[0]), ...masked(texts[0]) };
  }
  if (others.length > 0) {
    const reason = 'The user has credentials with several numbers: remove all but one.';
    return { kind: 'obstacle', obstacle: 'several-numbers', reason };
  }
  const current = parsePhoneNumber(user.phoneNumber ?? '');
  if (current.ok && current.e164 !== e164 && !overwrite) {
    const reason = `The user has the number ${maskPhoneNumber(current.e164)} already: keep it, or run with --overwrite.`;
    return { kind: 'obstacle', obstacle: 'other-number', reason, ...masked(e164) };
  }
  const isThere = current.ok && current.e164 === e164 && user.phoneNumberVerified;
  if (isThere && user.hasSettings) return { kind: 'nothing', e164 };
  return { kind: 'take-over', e164, ...(user.hasSettings ? {} : { preference: asBefore(user) }) };
}

/** That plugin asks whoever has a number, so an OPTIONAL pool goes on doing so; an authenticator is asked for as well. */
function asBefore({ hasAuthenticator }: UserBefore): MfaPreferenceRequest {
  const enabled = { Enabled: true };
  return { SMS_MFA: enabled, ...(hasAuthenticator ? { SOFTWARE_TOKEN_MFA: enabled } : {}) };
}

function whyNone(text: string | undefined): string {
  if (text === undefined) return 'The credential holds no number: the user has to set one up.';
  if (!/^\s*\+/.test(text)) return 'The number has no country code: give it with --country-code.';
  return 'The number is none that exists: set it with lifeguard phone set.';
}

function masked(number: string | undefined): { readonly masked?: string } {
  return number === undefined ? {} : { masked: maskPhoneNumber(number) };
}
