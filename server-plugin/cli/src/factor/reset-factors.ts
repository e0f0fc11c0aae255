import { USER_ATTRIBUTES } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';
import { findUser, type UserNotFound } from '../user/find-user.ts';

export interface ResetFactorsOptions {
  /** The exact username, or the id. */
  readonly user: string;
  /** Whether the phone number goes too; otherwise the user can still receive codes by SMS. */
  readonly phone?: boolean;
}

export type ResetFactorsResult =
  /** `removed` says in words what the user has lost. */
  { readonly ok: true; readonly username: string; readonly removed: readonly string[] } | UserNotFound;

/** Attributes, and what they are in words. */
const SETTINGS: Readonly<Record<string, string>> = {
  [USER_ATTRIBUTES.enabledMfa]: 'the choice of factors',
  [USER_ATTRIBUTES.preferredMfa]: 'the preferred factor',
};
const PHONE: Readonly<Record<string, string>> = {
  [USER_ATTRIBUTES.phoneNumber]: 'the phone number',
  [USER_ATTRIBUTES.phoneNumberVerified]: 'its verification',
};

/** What an operator does for a user who has lost a device: the factors go, and the next sign-in sets up what the policy demands. */
export async function resetFactors(
  pool: Pool,
  { user: name, phone = false }: ResetFactorsOptions,
): Promise<ResetFactorsResult> {
  const found = await findUser(pool, name);
  if (!found.ok) return found;
  const { user } = found;
  const { users } = pool.client;

  const tokens = (await users.getCredentials({ id: user.id })).filter(({ type }) => type === 'otp');
  for (const { id: credentialId } of tokens) {
    if (credentialId !== undefined) await users.deleteCredential({ id: user.id, credentialId });
  }

  const gone = phone ? { ...SETTINGS, ...PHONE } : SETTINGS;
  const lost = Object.entries(gone).filter(([attribute]) => user.attributes?.[attribute] !== undefined);
  if (lost.length > 0) {
    // An update replaces the user: an attribute that is left out is removed.
    const kept = Object.entries(user.attributes ?? {}).filter(([attribute]) => !(attribute in gone));
    await users.update({ id: user.id }, { ...user, attributes: Object.fromEntries(kept) });
  }
  const labels = tokens.map(({ userLabel }) => `the authenticator "${userLabel ?? ''}"`);
  return { ok: true, username: user.username ?? name, removed: [...labels, ...lost.map(([, words]) => words)] };
}
