import {
  parseMfaSettings,
  parsePhoneNumber,
  type PoolChallengeRules,
  poolFactors,
  type PoolPolicy,
  type UserFactors,
} from '@lifeguard/shared/mfa';
import type { PortUser } from '../ports.ts';

/** The pool as the shared rules see it, for one user. */
export function challengeRules(policy: PoolPolicy, user: PortUser): PoolChallengeRules {
  return {
    mfaConfiguration: policy.mfaConfiguration,
    factors: poolFactors(policy),
    verifiedTokenIsEnabled: policy.verifiedTokenIsEnabled,
    mayEnterPhoneNumber: mayEnterPhoneNumber(policy, user),
  };
}

/** The user as the shared rules see one. */
export function userFactors(user: PortUser): UserFactors {
  const phone = parsePhoneNumber(user.phoneNumber ?? '');
  return {
    // Keycloak asks for a new password by its own required action, after this step.
    status: 'CONFIRMED',
    softwareToken: user.softwareTokens > 0 ? 'verified' : 'none',
    settings: parseMfaSettings(user),
    ...(phone.ok ? { phoneNumber: phone.e164 } : {}),
  };
}

/** A first number only: one that an administrator has set, well-formed or not, is the administrator's. */
export function mayEnterPhoneNumber(policy: PoolPolicy, user: PortUser): boolean {
  return policy.smsMfa && policy.phoneNumberByUser && user.phoneNumber === undefined;
}
