import { maskPhoneNumber, parsePhoneNumber, USER_ATTRIBUTES } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';
import { findUser, type UserNotFound } from '../user/find-user.ts';

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
  | {
      readonly ok: false;
      readonly code: 'invalid-phone-number' | 'attribute-not-stored';
      readonly reason: string;
    };

/** Gives a user a phone number and keeps everything else of the user as it is. */
export async function setPhoneNumber(
  pool: Pool,
  { user: name, phoneNumber, verified = false }: PhoneNumberOptions,
): Promise<SetPhoneNumberResult> {
  const parsed = parsePhoneNumber(phoneNumber);
  if (!parsed.ok) return { ok: false, code: 'invalid-phone-number', reason: parsed.reason };
  const found = await findUser(pool, name);
  if (!found.ok) return found;
  const { user } = found;

  const wanted = {
    [USER_ATTRIBUTES.phoneNumber]: [parsed.e164],
    [USER_ATTRIBUTES.phoneNumberVerified]: [String(verified)],
  };
  // An update replaces the user: a field or attribute that is left out is removed.
  await pool.client.users.update({ id: user.id }, { ...user, attributes: { ...user.attributes, ...wanted } });

  // Keycloak drops an attribute that its user profile does not know, and answers as if all were well.
  const stored = (await pool.client.users.findOne({ id: user.id }))?.attributes ?? {};
  const isStored = Object.entries(wanted).every(([attribute, [value]]) => stored[attribute]?.[0] === value);
  if (!isStored) {
    return {
      ok: false,
      code: 'attribute-not-stored',
      reason: `Realm ${pool.realm} does not keep the attribute ${USER_ATTRIBUTES.phoneNumber}: run lifeguard install --realm ${pool.realm} first.`,
    };
  }
  return { ok: true, username: user.username ?? name, maskedPhoneNumber: maskPhoneNumber(parsed.e164) };
}
