import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { hasProvenFactor, isSetUpDemanded, type SessionProof } from './session-proof.ts';

/**
 * Whether a user may register an authenticator now. In a sign-in only while the pool demands it: two pages may have been open
 * at once, and when the user has set a factor up in one of them, whoever sits at the other knows the password and nothing more.
 * Afterwards wherever the pool does not refuse software tokens; one at OFF leaves them to Keycloak.
 */
export function maySetUpSoftwareToken(session: SessionProof, ports: Ports): boolean {
  if (ports.isLocked()) return false;
  if (session.afterPassword) return isSetUpDemanded(ports, session, 'SOFTWARE_TOKEN_MFA');
  const parsed = parsePoolPolicy(ports.poolAttributes());
  const isOffered = parsed.ok && (parsed.policy.softwareTokenMfa || parsed.policy.mfaConfiguration === 'OFF');
  return isOffered && hasProvenFactor(ports, session);
}
