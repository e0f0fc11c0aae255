import { MFA_FACTORS, type MfaFactor } from './factor.ts';
import type { MfaConfiguration } from './pool-policy.ts';
import type { UserFactors } from './user-factors.ts';

/** What of a pool decides about the next challenge. */
export interface PoolChallengeRules {
  readonly mfaConfiguration: MfaConfiguration;
  readonly factors: readonly MfaFactor[];
  readonly verifiedTokenIsEnabled: boolean;
  readonly challengeRequiredOnNewDevice?: boolean;
  /** Whether this user may enter a first phone number, and so set up SMS codes. */
  readonly mayEnterPhoneNumber?: boolean;
}

/** What follows a correct first factor. */
export type NextChallenge =
  | { readonly kind: 'tokens' }
  | { readonly kind: 'challenge'; readonly challenge: MfaFactor | 'NEW_PASSWORD_REQUIRED' | 'DEVICE_SRP_AUTH' }
  /** `factors` is what the user can choose among (MFAS_CAN_CHOOSE) or set up (MFAS_CAN_SETUP). */
  | {
      readonly kind: 'challenge';
      readonly challenge: 'SELECT_MFA_TYPE' | 'MFA_SETUP';
      readonly factors: readonly MfaFactor[];
    }
  | {
      readonly kind: 'refusal';
      readonly error: 'PasswordResetRequiredException' | 'MFAMethodNotFoundException';
      readonly message: string;
    };

/**
 * The one rule that the pages and the API share: which challenge follows a correct password.
 * @see Amazon Cognito Developer Guide, "Details of MFA logic at user runtime"
 */
export function nextChallenge(pool: PoolChallengeRules, user: UserFactors): NextChallenge {
  if (user.status === 'RESET_REQUIRED') {
    return {
      kind: 'refusal',
      error: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    };
  }
  if (user.status === 'FORCE_CHANGE_PASSWORD') return { kind: 'challenge', challenge: 'NEW_PASSWORD_REQUIRED' };
  if (pool.mfaConfiguration === 'OFF') return { kind: 'tokens' };
  if (user.rememberedDevice === true && pool.challengeRequiredOnNewDevice === true) {
    return { kind: 'challenge', challenge: 'DEVICE_SRP_AUTH' };
  }

  const preferred = usablePreference(pool, user);
  if (preferred !== undefined) return { kind: 'challenge', challenge: preferred };
  return pool.mfaConfiguration === 'OPTIONAL' ? oneOf(optionalFactors(pool, user)) : required(pool, user);
}

/**
 * The factors by which a challenged user may answer: the one that nextChallenge names and those that the user may take in its place.
 * None where nothing is asked, or where the user has none.
 */
export function acceptedFactors(pool: PoolChallengeRules, user: UserFactors): readonly MfaFactor[] {
  if (pool.mfaConfiguration === 'OFF') return [];
  const factors = pool.mfaConfiguration === 'OPTIONAL' ? optionalFactors(pool, user) : requiredFactors(pool, user);
  const preferred = usablePreference(pool, user);
  return MFA_FACTORS.filter((factor) => factor === preferred || factors.includes(factor));
}

function usablePreference(pool: PoolChallengeRules, user: UserFactors): MfaFactor | undefined {
  const { preferredFactor } = user.settings;
  return preferredFactor !== undefined && canUse(preferredFactor, pool, user) ? preferredFactor : undefined;
}

function optionalFactors(pool: PoolChallengeRules, user: UserFactors): readonly MfaFactor[] {
  return enabledFactors(pool, user).filter((factor) => canUse(factor, pool, user));
}

/** A pool at ON asks everybody: a number or a token that the user has is enough, whether or not the user "enabled" it. */
function requiredFactors(pool: PoolChallengeRules, user: UserFactors): readonly MfaFactor[] {
  const hasToken = user.softwareToken === 'verified';
  const messages = (['SMS_MFA', 'EMAIL_OTP'] as const).filter((factor) => canUse(factor, pool, user));
  if (hasToken && pool.factors.includes('SOFTWARE_TOKEN_MFA')) return [...messages, 'SOFTWARE_TOKEN_MFA'];
  if (messages.length > 0) return messages;
  // Whoever verified a token before the pool switched tokens off keeps it.
  return hasToken ? ['SOFTWARE_TOKEN_MFA'] : [];
}

function required(pool: PoolChallengeRules, user: UserFactors): NextChallenge {
  const factors = requiredFactors(pool, user);
  if (factors.length > 0) return oneOf(factors);
  const mayEnterNumber = pool.mayEnterPhoneNumber === true && pool.factors.includes('SMS_MFA');
  if (pool.factors.includes('SOFTWARE_TOKEN_MFA') || mayEnterNumber) {
    return { kind: 'challenge', challenge: 'MFA_SETUP', factors: pool.factors };
  }
  return {
    kind: 'refusal',
    error: 'MFAMethodNotFoundException',
    // Cognito's own spelling; clients compare the text.
    message: 'No MFA mechanism registerd in the account.',
  };
}

function oneOf(factors: readonly MfaFactor[]): NextChallenge {
  const [only, ...others] = factors;
  if (only === undefined) return { kind: 'tokens' };
  if (others.length === 0) return { kind: 'challenge', challenge: only };
  return { kind: 'challenge', challenge: 'SELECT_MFA_TYPE', factors };
}

/** The factors that are turned on: those that were set, else what the pool takes for on, and always the preferred one. */
export function enabledFactors(pool: PoolChallengeRules, user: UserFactors): readonly MfaFactor[] {
  const { enabledFactors: set, preferredFactor } = user.settings;
  const enabled = set ?? (pool.verifiedTokenIsEnabled ? ['SOFTWARE_TOKEN_MFA' as const] : []);
  return preferredFactor === undefined || enabled.includes(preferredFactor) ? enabled : [...enabled, preferredFactor];
}

function canUse(factor: MfaFactor, pool: PoolChallengeRules, user: UserFactors): boolean {
  switch (factor) {
    case 'SOFTWARE_TOKEN_MFA':
      return user.softwareToken === 'verified';
    case 'SMS_MFA':
      return pool.factors.includes(factor) && user.phoneNumber !== undefined && user.soleRecoveryMedium !== 'SMS';
    case 'EMAIL_OTP':
      return pool.factors.includes(factor) && user.email !== undefined && user.soleRecoveryMedium !== 'EMAIL';
  }
}
