import { MFA_FACTORS, type MfaFactor } from './factor.ts';
import type { MfaSettings, UserFactors } from './user-factors.ts';

/** One block of SetUserMFAPreference. An absent `PreferredMfa` is false. */
export interface FactorPreference {
  readonly Enabled?: boolean;
  readonly PreferredMfa?: boolean;
}

/** The blocks of a request; an absent or null block leaves its factor as it is. */
export type MfaPreferenceRequest = { readonly [Factor in MfaFactor]?: FactorPreference | null };

export type MfaPreferenceResult =
  | { readonly ok: true; readonly settings: MfaSettings }
  | { readonly ok: false; readonly error: 'InvalidParameterException'; readonly message: string };

/**
 * What SetUserMFAPreference stores. Any of it can be stored in any pool; what a pool asks for is nextChallenge's business.
 * @see Amazon Cognito API Reference, SetUserMFAPreference
 */
export function setMfaPreference(
  user: Pick<UserFactors, 'phoneNumber' | 'email' | 'softwareToken' | 'settings'>,
  request: MfaPreferenceRequest,
): MfaPreferenceResult {
  const blocks = MFA_FACTORS.flatMap((factor) => {
    const block = request[factor];
    return block === undefined || block === null
      ? []
      : [{ factor, enabled: block.Enabled === true, preferred: block.PreferredMfa === true }];
  });
  if (blocks.filter(({ preferred }) => preferred).length > 1) {
    return invalid('Only one MFA method can be preferred.');
  }
  const contradiction = blocks.find(({ enabled, preferred }) => preferred && !enabled);
  if (contradiction !== undefined)
    return invalid(`${contradiction.factor} can't be preferred while it is not enabled.`);
  const unable = blocks.find(({ factor, enabled }) => enabled && !hasFactor(user, factor));
  if (unable !== undefined) return invalid(`User does not have delivery config set to turn on ${unable.factor}`);

  const before = user.settings.enabledFactors ?? [];
  const enabledFactors = MFA_FACTORS.filter(
    (factor) => blocks.find((block) => block.factor === factor)?.enabled ?? before.includes(factor),
  );
  const preferredFactor = nextPreferred(user.settings.preferredFactor, blocks);
  return { ok: true, settings: { enabledFactors, ...(preferredFactor === undefined ? {} : { preferredFactor }) } };
}

function nextPreferred(
  before: MfaFactor | undefined,
  blocks: readonly { readonly factor: MfaFactor; readonly preferred: boolean }[],
): MfaFactor | undefined {
  const chosen = blocks.find(({ preferred }) => preferred);
  if (chosen !== undefined) return chosen.factor;
  // A block is taken literally: one that names the preferred factor without preferring it ends the preference.
  return blocks.some(({ factor }) => factor === before) ? undefined : before;
}

function hasFactor(user: Pick<UserFactors, 'phoneNumber' | 'email' | 'softwareToken'>, factor: MfaFactor): boolean {
  switch (factor) {
    case 'SMS_MFA':
      return user.phoneNumber !== undefined;
    case 'EMAIL_OTP':
      return user.email !== undefined;
    case 'SOFTWARE_TOKEN_MFA':
      return user.softwareToken === 'verified';
  }
}

function invalid(message: string): MfaPreferenceResult {
  return { ok: false, error: 'InvalidParameterException', message };
}
