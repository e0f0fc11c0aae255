import { parseMfaSettings } from '@lifeguard/shared/mfa';
import type { CognitoPorts } from '../ports.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { setPreference } from './mfa-preference.ts';

/** One of SetUserSettings' MFAOptions. */
export interface MfaOption {
  readonly DeliveryMedium?: string;
  readonly AttributeName?: string;
}

/** SetUserSettings: the older way to turn codes by SMS on, or off with no option at all. A preference for SMS stays. */
export function setMfaOptions(ports: CognitoPorts, options: readonly MfaOption[]): void {
  if (
    !options.every(({ DeliveryMedium, AttributeName }) => DeliveryMedium === 'SMS' && AttributeName === 'phone_number')
  ) {
    throw invalidParameter('Only phone_number attribute is currently supported as a MFA option.');
  }
  const isOn = options.length > 0;
  const isPreferred = isOn && parseMfaSettings(ports.user()).preferredFactor === 'SMS_MFA';
  setPreference(ports, { SMSMfaSettings: { Enabled: isOn, PreferredMfa: isPreferred } });
}
