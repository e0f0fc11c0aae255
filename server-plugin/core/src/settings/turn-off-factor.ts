import { formatMfaSettings, type MfaFactor, setMfaPreference } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import type { SessionProof } from '../set-up/session-proof.ts';
import { mayRemoveFactor } from './may-remove-factor.ts';
import { listPhoneFactor } from './phone-factor.ts';
import { readPool } from './read-pool.ts';

/** Turns a factor off that its user may remove. @returns whether that was done */
export function turnOffFactor(
  { factor, session }: { readonly factor: MfaFactor; readonly session: SessionProof },
  ports: Ports,
): boolean {
  const pool = readPool(ports);
  if (!pool.ok || !mayRemoveFactor({ factor, by: 'page', session }, ports)) return false;
  const result = setMfaPreference(pool.person, { [factor]: { Enabled: false } });
  if (!result.ok || !ports.setMfaSettings(formatMfaSettings(result.settings))) return false;
  listPhoneFactor(ports);
  return true;
}
