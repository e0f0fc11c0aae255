import { maskPhoneNumber } from '@lifeguard/shared/mfa';
import type { ImportedUser } from './import-users.ts';
import type { NextFactor, NextPassword } from './next-steps.ts';

/** One line of the report. Addresses and numbers are masked, also where they are usernames. */
export interface UserLine {
  readonly username: string;
  /** The `sub`; absent for a user who has none. */
  readonly id?: string;
  readonly enabled?: boolean;
  readonly email?: string;
  readonly phoneNumber?: string;
  readonly outcome: ImportedUser['outcome'];
  readonly password?: NextPassword;
  readonly secondFactor?: NextFactor;
  readonly reason?: string;
}

export function maskUser({ plan, outcome, reason }: ImportedUser): UserLine {
  const common = { username: maskName(plan.username), outcome, ...(reason === undefined ? {} : { reason }) };
  if (!plan.ok) return common;
  const { id, enabled = false, email, attributes } = plan.representation;
  const [phoneNumber] = (attributes as Readonly<Record<string, string[]>> | undefined)?.['phoneNumber'] ?? [];
  return {
    ...common,
    id,
    enabled,
    ...(email === undefined ? {} : { email: maskEmail(email) }),
    ...(phoneNumber === undefined ? {} : { phoneNumber: maskPhoneNumber(phoneNumber) }),
    password: plan.password,
    secondFactor: plan.factor,
  };
}

function maskName(name: string): string {
  if (name.includes('@')) return maskEmail(name);
  return /^\+?[0-9]{7,}$/.test(name) ? maskPhoneNumber(name) : name;
}

/** `t***@t***` of `test@test.com`: three stars each, however long the address is. */
function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***@${address.slice(at + 1, at + 2)}***`;
}
