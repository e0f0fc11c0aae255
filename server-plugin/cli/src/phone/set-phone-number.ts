import type { Pool } from '../connect.ts';
import { findUser, type UserNotFound } from '../user/find-user.ts';
import { askAboutUser, type UserRefusal } from '../user/ask-about-user.ts';

export interface PhoneNumberOptions {
  /** The exact username, or the id. */
  readonly user: string;
  readonly phoneNumber: string;
  /** Whether the operator vouches for the number; otherwise the first code that reaches the user verifies it. */
  readonly verified?: boolean;
}

export type SetPhoneNumberResult =
  | { readonly ok: true; readonly username: string; readonly maskedPhoneNumber: string }
  | UserNotFound
  | UserRefusal;

/** Gives a user a phone number and keeps everything else of the user as it is. The admin event of it has the number masked. */
export async function setPhoneNumber(
  pool: Pool,
  { user: name, phoneNumber, verified = false }: PhoneNumberOptions,
): Promise<SetPhoneNumberResult> {
  const found = await findUser(pool, name);
  if (!found.ok) return found;
  const { user } = found;
  const answer = await askAboutUser<{ readonly phoneNumber: string }>(pool, user.id, {
    path: '/phone-number',
    change: { method: 'PUT', body: { phoneNumber, verified } },
  });
  return answer.ok ? { ok: true, username: user.username ?? name, maskedPhoneNumber: answer.phoneNumber } : answer;
}
