import type { MfaFactor } from '@lifeguard/shared/mfa';
import type { Ports, SetUpAction } from '../ports.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** The page goes on to a required action, which is on the authentication session already. */
export interface SetUpStep {
  readonly kind: 'setup';
  readonly action: SetUpAction;
}

/** Goes on to the pages on which the user sets a factor up; a realm that has them switched off can't. */
export function goOnToSetUp(ports: Ports, factor: MfaFactor): SetUpStep | Refusal {
  const action = factor === 'SMS_MFA' ? 'lifeguard-phone-number' : 'CONFIGURE_TOTP';
  return ports.requireAction({ action })
    ? { kind: 'setup', action }
    : refuse(`${action}_disabled`, 'lifeguardSetupUnavailable');
}
