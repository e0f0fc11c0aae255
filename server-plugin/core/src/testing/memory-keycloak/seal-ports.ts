import { randomBytes, randomUUID } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import { LONGEST_SESSION } from './columns.ts';
import type { OpenRequest } from './open-request.ts';
import type { Sealer } from './seal.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

type SealPorts = Pick<CognitoPorts, 'seal' | 'unseal' | 'spend' | 'isSpent' | 'randomText' | 'randomId' | 'now'>;

export function sealPorts(request: OpenRequest, sealer: Sealer): SealPorts {
  const { beside, clock } = request;
  const keyOf = (key: string) => `spent/${request.realm.id}/${key}`;
  return {
    // The attribute is the one by which tests move a pool's clock in Keycloak.
    now: () =>
      clock.now() +
      (request.hasRealm ? 1_000 * Number(request.realm.attributes['lifeguard.clockOffsetInSeconds'] ?? 0) : 0),
    randomText: ({ length }) => [...randomBytes(length)].map((byte) => LETTERS[byte % LETTERS.length]).join(''),
    randomId: () => randomUUID(),
    seal: ({ text }) => {
      const sealed = sealer.seal(request.realm.id, text);
      if (sealed.length > LONGEST_SESSION) throw new Error(`too long to be a session: ${sealed.length}`);
      return sealed;
    },
    unseal: ({ sealed }) => {
      const opened = sealer.unseal(sealed);
      const realm = request.enabledRealms.find(({ id }) => id === opened?.realmId);
      if (opened === undefined || realm === undefined) return null;
      if (request.hasRealm && request.realm !== realm) return null;
      request.enter(realm);
      return opened.text;
    },
    spend: ({ key, lifeInSeconds }) => beside.putIfAbsent(keyOf(key), clock.now(), lifeInSeconds),
    isSpent: ({ key }) => beside.object(keyOf(key), clock.now()) !== undefined,
  };
}
