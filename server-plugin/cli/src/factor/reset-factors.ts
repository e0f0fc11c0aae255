import type { Pool } from '../connect.ts';
import { askAboutUser, type UserRefusal } from '../user/ask-about-user.ts';
import { findUser, type UserNotFound } from '../user/find-user.ts';

export interface ResetFactorsOptions {
  /** The exact username, or the id. */
  readonly user: string;
  /** Whether the phone number goes too; otherwise the user can still receive codes by SMS. */
  readonly phone?: boolean;
}

export type ResetFactorsResult =
  /** `removed` says in words what the user has lost. */
  { readonly ok: true; readonly username: string; readonly removed: readonly string[] } | UserNotFound | UserRefusal;

interface ResetAnswer {
  /** The labels of the authenticators. */
  readonly softwareTokens: readonly string[];
  readonly settings: boolean;
  readonly phoneNumber: boolean;
}

/** What an operator does for a user who has lost a device: the factors go, and the next sign-in sets up what the policy demands. */
export async function resetFactors(
  pool: Pool,
  { user: name, phone = false }: ResetFactorsOptions,
): Promise<ResetFactorsResult> {
  const found = await findUser(pool, name);
  if (!found.ok) return found;
  const { user } = found;
  const answer = await askAboutUser<ResetAnswer>(pool, user.id, {
    path: '/reset-factors',
    change: { method: 'POST', body: { phone } },
  });
  if (!answer.ok) return answer;
  const removed = [
    ...answer.softwareTokens.map((label) => `the authenticator "${label}"`),
    ...(answer.settings ? ['the choice of factors'] : []),
    ...(answer.phoneNumber ? ['the phone number'] : []),
  ];
  return { ok: true, username: user.username ?? name, removed };
}
