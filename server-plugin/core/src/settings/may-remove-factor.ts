import type { MfaFactor } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { demandFor } from '../sign-in/demand.ts';
import { hasProvenFactor, type SessionProof } from '../set-up/session-proof.ts';
import { type PoolAndUser, readPool } from './read-pool.ts';

export interface RemovalRequest {
  readonly factor: MfaFactor;
  /**
   * `list`: whether to offer it at all. `token`: by a token, which nobody has asked the password for. `page`: on a page that has asked for
   * the password afresh.
   */
  readonly by: 'list' | 'token' | 'page';
  /** Absent for `list` and `token`. */
  readonly session?: SessionProof;
}

/**
 * Whether users may remove a factor of theirs. Only on a page that has just asked for the password, in a session that has
 * proven a factor; and in a Required pool not the last one, which can only be replaced.
 * @see Amazon Cognito Developer Guide, "Remove the TOTP Token"
 */
export function mayRemoveFactor({ factor, by, session }: RemovalRequest, ports: Ports): boolean {
  if (by === 'token' || ports.isLocked()) return false;
  const pool = readPool(ports);
  if (!pool.ok || !isRemovable(factor, pool, ports)) return false;
  return by === 'list' || (session !== undefined && hasProvenFactor(ports, session));
}

function isRemovable(factor: MfaFactor, { policy, user, accepted }: PoolAndUser, ports: Ports): boolean {
  const { mfaConfiguration } = policy;
  // A number belongs to the administrator: its user can turn codes to it off, where the pool leaves that to users.
  if (factor !== 'SOFTWARE_TOKEN_MFA') return mfaConfiguration === 'OPTIONAL' && accepted.includes(factor);
  if (user.softwareTokens === 0) return false;
  if (mfaConfiguration !== 'ON') return true;
  const after = { ...user, softwareTokens: user.softwareTokens - 1 };
  return demandFor({ policy, user: after, now: () => ports.now(), state: {} }).kind === 'answer';
}
