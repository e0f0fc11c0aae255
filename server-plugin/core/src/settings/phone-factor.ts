import { maskPhoneNumber } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { mayEnterPhoneNumber } from '../pool/challenge-rules.ts';
import { readPool } from './read-pool.ts';

/** The SMS factor as the account console shows it. */
export interface PhoneFactor {
  /** Masked; absent while a sign-in would not accept codes by SMS. */
  readonly destination?: string;
  /** Whether the user can set one up. */
  readonly mayAdd: boolean;
}

export function phoneFactor(_input: unknown, ports: Ports): PhoneFactor {
  const pool = readPool(ports);
  if (!pool.ok) return { mayAdd: false };
  const { phoneNumber } = pool.person;
  const isAccepted = phoneNumber !== undefined && pool.accepted.includes('SMS_MFA');
  return {
    ...(isAccepted ? { destination: maskPhoneNumber(phoneNumber) } : {}),
    mayAdd: pool.policy.mfaConfiguration !== 'OFF' && mayEnterPhoneNumber(pool.policy, pool.user),
  };
}

/** Brings the list of the user's factors in the consoles up to date with the number that the user has now. */
export function listPhoneFactor(ports: Ports): void {
  ports.listPhoneFactor({ label: phoneFactor({}, ports).destination ?? null });
}
