import type { CognitoPorts } from '../../cognito/ports.ts';
import type { OpenRequest } from './open-request.ts';

/** After this long without a failure Keycloak begins to count anew. */
const FORGOTTEN_AFTER_IN_MILLIS = 43_200_000;

type LockoutPorts = Pick<CognitoPorts, 'isLocked' | 'countFailure' | 'countSuccess' | 'tellFailure' | 'tellChange'>;

/** Brute-force detection with Keycloak's strategy MULTIPLE, and events. */
export function lockoutPorts(request: OpenRequest): LockoutPorts {
  const { beside, clock, world } = request;
  const key = () => `${request.realm.id}/${request.user.id}`;
  return {
    isLocked: () => {
      const failures = beside.failures.get(key());
      return !request.user.enabled || (failures !== undefined && failures.lockedUntilInMillis > clock.now());
    },
    countFailure: () => {
      const { bruteForce } = request.realm;
      if (bruteForce === null) return;
      const before = beside.failures.get(key());
      const isFresh = before === undefined || clock.now() - before.lastInMillis > FORGOTTEN_AFTER_IN_MILLIS;
      const count = isFresh ? 1 : before.count + 1;
      const waitInSeconds = Math.min(
        bruteForce.waitIncrement * Math.floor(count / bruteForce.failures),
        bruteForce.maxWait,
      );
      const lastInMillis = clock.now();
      beside.failures.set(key(), { count, lastInMillis, lockedUntilInMillis: lastInMillis + waitInSeconds * 1_000 });
    },
    countSuccess: () => {
      beside.failures.delete(key());
    },
    tellFailure: (failure) => {
      const user = request.hasUser ? { user: request.user.username } : {};
      beside.events.push({ realm: request.realm.name, type: 'LOGIN_ERROR', ...failure, ...user });
    },
    tellChange: (change) => {
      world.adminEvents.push({ realm: request.realm.name, ...change });
    },
  };
}
