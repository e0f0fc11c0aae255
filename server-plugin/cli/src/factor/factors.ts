import type { MfaFactor, MfaPreferenceRequest, MfaSettings } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';
import { askAboutUser, type UserRefusal } from '../user/ask-about-user.ts';
import { findUser, type UserNotFound } from '../user/find-user.ts';

/** A user's factors as the plugin describes them. */
export interface UserFactorsDescription {
  /** Masked; absent when the user has no well-formed number. */
  readonly phoneNumber?: string;
  readonly phoneNumberVerified: boolean;
  readonly softwareTokens: readonly { readonly id: string; readonly label: string }[];
  readonly settings: MfaSettings;
  /** By which a sign-in could be answered; absent while the policy is unreadable. */
  readonly accepted?: readonly MfaFactor[];
}

export type UserFactorsResult =
  | { readonly ok: true; readonly username: string; readonly factors: UserFactorsDescription }
  | UserNotFound
  | UserRefusal;

export async function getFactors(pool: Pool, { user: name }: { readonly user: string }): Promise<UserFactorsResult> {
  return describe(pool, name, {});
}

export interface FactorPreferenceOptions {
  /** The exact username, or the id. */
  readonly user: string;
  /** As in Cognito's AdminSetUserMFAPreference; a factor that is not named stays as it is. */
  readonly preference: MfaPreferenceRequest;
}

/** Turns factors on and off for a user and says which one is asked for first. */
export async function setFactorPreference(
  pool: Pool,
  { user: name, preference }: FactorPreferenceOptions,
): Promise<UserFactorsResult> {
  return describe(pool, name, { path: '/mfa-preference', change: { method: 'PUT', body: preference } });
}

async function describe(
  pool: Pool,
  name: string,
  request: Parameters<typeof askAboutUser>[2],
): Promise<UserFactorsResult> {
  const found = await findUser(pool, name);
  if (!found.ok) return found;
  const { user } = found;
  const answer = await askAboutUser<UserFactorsDescription>(pool, user.id, request);
  return answer.ok ? { ok: true, username: user.username ?? name, factors: answer } : answer;
}
