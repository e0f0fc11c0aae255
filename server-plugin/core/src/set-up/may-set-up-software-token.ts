import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { demandOf } from '../sign-in/demand.ts';

export interface SetUpRequest {
  /** Whether the session has proven the password alone; otherwise it has passed the pool's policy before. */
  readonly afterPassword: boolean;
}

/**
 * Whether a user may register an authenticator now. In a sign-in only while the pool demands it: two pages may have been open
 * at once, and when the user has set a factor up in one of them, whoever sits at the other knows the password and nothing more.
 * Afterwards wherever the pool does not refuse software tokens; one at OFF leaves them to Keycloak.
 */
export function maySetUpSoftwareToken({ afterPassword }: SetUpRequest, ports: Ports): boolean {
  if (ports.isLocked()) return false;
  if (afterPassword) return demandOf(ports, { state: {} }).kind === 'set-up';
  const parsed = parsePoolPolicy(ports.poolAttributes());
  return parsed.ok && (parsed.policy.softwareTokenMfa || parsed.policy.mfaConfiguration === 'OFF');
}
