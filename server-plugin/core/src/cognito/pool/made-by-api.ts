import type { PortPool } from '../records.ts';
import { poolIdOf } from '@lifeguard/shared/cognito';

/** Whether CreateUserPool has made the realm. In others the API opens nothing that the realm's operator has not opened for it. */
export function isMadeByApi(pool: PortPool): boolean {
  return poolIdOf(pool) === pool.name;
}
