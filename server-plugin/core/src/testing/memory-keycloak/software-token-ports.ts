import { randomUUID } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import { requireFits } from './columns.ts';
import type { OpenRequest } from './open-request.ts';
import { isTotpCode, newSeed } from './totp.ts';
import type { MemoryToken } from './world.ts';

/** As long as Keycloak's window: a code that was right once is right no more. */
const USED_FOR_IN_SECONDS = 90;

type SoftwareTokenPorts = Pick<
  CognitoPorts,
  'issueSeed' | 'confirmSeed' | 'judgeSoftwareToken' | 'checkSoftwareToken' | 'softwareTokens' | 'removeSoftwareToken'
>;

export function softwareTokenPorts(request: OpenRequest): SoftwareTokenPorts {
  const { beside, clock } = request;
  const keyOfSeed = (id: string) => `seed/${request.realm.id}/${request.user.id}/${id}`;

  function judge(tokens: readonly MemoryToken[], code: string): 'right' | 'wrong' | 'used' {
    const matching = tokens.filter(({ seedBase32 }) => isTotpCode(seedBase32, code, clock.now()));
    if (matching.length === 0) return 'wrong';
    return matching.some(({ id }) => beside.putIfAbsent(`otp/${id}.${code}`, clock.now(), USED_FOR_IN_SECONDS))
      ? 'right'
      : 'used';
  }

  return {
    issueSeed: ({ id, lifeInSeconds }) => {
      const seed = newSeed();
      beside.removeObject(keyOfSeed(id));
      beside.putIfAbsent(keyOfSeed(id), clock.now(), lifeInSeconds, seed);
      return request.refer(seed);
    },
    confirmSeed: ({ id, code, label }) => {
      const seedBase32 = beside.object(keyOfSeed(id), clock.now());
      if (seedBase32 === undefined) return 'gone';
      if (request.user.readOnly) return 'read-only';
      const token = { id: randomUUID(), label, seedBase32 };
      if (judge([token], code) !== 'right') return 'wrong';
      requireFits(label);
      beside.removeObject(keyOfSeed(id));
      const { user } = request;
      user.tokens = [token];
      user.requiredActions = user.requiredActions.filter((action) => action !== 'CONFIGURE_TOTP');
      return 'confirmed';
    },
    judgeSoftwareToken: ({ code }) => judge(request.user.tokens, code),
    checkSoftwareToken: ({ code, credentialId }) => {
      const { tokens } = request.user;
      const wanted = credentialId === undefined ? tokens : tokens.filter(({ id }) => id === credentialId);
      return judge(wanted, code) === 'right';
    },
    softwareTokens: () => request.user.tokens.map(({ id, label }) => ({ id, label })),
    removeSoftwareToken: ({ id }) => {
      const { user } = request;
      if (!user.tokens.some((token) => token.id === id)) return false;
      user.tokens = user.tokens.filter((token) => token.id !== id);
      return true;
    },
  };
}
