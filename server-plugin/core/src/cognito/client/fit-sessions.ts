import { requireRole } from '../access/caller.ts';
import { COGNITO_ATTRIBUTES, NEW_POOL } from '@lifeguard/shared/cognito';
import { POOL_SETTINGS_ATTRIBUTE, readPoolSettings } from '../pool/pool-settings.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool } from '../records.ts';
import type { ClientRequest } from './check-client.ts';
import { requireLifetimes } from './token-lifetimes.ts';

/**
 * No client's session outlives the user's. Where the realm was made for the API, users' sessions last as long as the longest refresh token;
 * in any other their length is its operator's, and ends refresh tokens sooner.
 */
export function fitSessions(ports: CognitoPorts, pool: PortPool, members: ClientRequest): void {
  const { refreshInSeconds } = requireLifetimes(members);
  const settings = readPoolSettings(pool);
  const longest = settings.longestRefreshInSeconds ?? NEW_POOL.sessionInSeconds;
  if (pool.attributes[COGNITO_ATTRIBUTES.poolId] !== pool.name || refreshInSeconds <= longest) return;
  requireRole(ports, 'manage-realm');
  ports.updatePool({
    ssoSessionIdle: refreshInSeconds,
    ssoSessionMax: refreshInSeconds,
    attributes: {
      [POOL_SETTINGS_ATTRIBUTE]: JSON.stringify({ ...settings, longestRefreshInSeconds: refreshInSeconds }),
    },
  });
}
