import { isMfaFactor, MFA_FACTORS, type MfaFactor } from './factor.ts';

/** What a user has and chose, as far as it decides about the second factor. */
export interface UserFactors {
  readonly status: 'CONFIRMED' | 'RESET_REQUIRED' | 'FORCE_CHANGE_PASSWORD';
  /** A well-formed E.164 number; absent when the user has none. */
  readonly phoneNumber?: string;
  readonly email?: string;
  readonly softwareToken: 'none' | 'associated' | 'verified';
  /** The only medium by which the user could recover the password: Cognito does not use it for MFA as well. */
  readonly soleRecoveryMedium?: 'SMS' | 'EMAIL';
  readonly settings: MfaSettings;
  readonly rememberedDevice?: boolean;
}

/** What SetUserMFAPreference stored. `enabledFactors` is absent until the user or an administrator has set it once. */
export interface MfaSettings {
  readonly enabledFactors?: readonly MfaFactor[];
  readonly preferredFactor?: MfaFactor;
}

/** The user attributes that Lifeguard reads and writes. */
export const USER_ATTRIBUTES = {
  phoneNumber: 'phoneNumber',
  phoneNumberVerified: 'phoneNumberVerified',
  enabledMfa: 'lifeguard.enabledMfa',
  preferredMfa: 'lifeguard.preferredMfa',
} as const;

/** How the settings stand in a user's attributes. */
export interface StoredMfaSettings {
  readonly enabledMfa?: readonly string[];
  readonly preferredMfa?: string;
}

/** Says "set, to no factor": an attribute without a value can't be told from one that was never set. */
export const NO_FACTOR = 'NONE';

/** Reads the stored settings. Names that nobody knows are dropped: they can't be asked for. */
export function parseMfaSettings({ enabledMfa, preferredMfa }: StoredMfaSettings): MfaSettings {
  return {
    ...(enabledMfa === undefined
      ? {}
      : { enabledFactors: MFA_FACTORS.filter((factor) => enabledMfa.includes(factor)) }),
    ...(preferredMfa !== undefined && isMfaFactor(preferredMfa) ? { preferredFactor: preferredMfa } : {}),
  };
}

/** What {@link parseMfaSettings} reads back. */
export function formatMfaSettings({ enabledFactors, preferredFactor }: MfaSettings): StoredMfaSettings {
  return {
    ...(enabledFactors === undefined
      ? {}
      : { enabledMfa: enabledFactors.length === 0 ? [NO_FACTOR] : [...enabledFactors] }),
    ...(preferredFactor === undefined ? {} : { preferredMfa: preferredFactor }),
  };
}
