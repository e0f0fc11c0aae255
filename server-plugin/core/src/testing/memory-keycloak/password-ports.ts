import { randomBytes } from 'node:crypto';
import type { CognitoPorts } from '../../cognito/ports.ts';
import type { OpenRequest } from './open-request.ts';
import { passwordProblem, randomPassword } from './password-policy.ts';
import type { MemoryRealm, MemoryUser } from './world.ts';

type PasswordPorts = Pick<
  CognitoPorts,
  'checkPassword' | 'hasPassword' | 'setPassword' | 'removePassword' | 'passwordProblem' | 'randomPassword'
>;

export function passwordPorts(request: OpenRequest): PasswordPorts {
  return {
    checkPassword: ({ password }) => {
      if (!request.hasUser) return false;
      const { realm, user } = request;
      if (user.password === null || user.password !== password) return false;
      user.verifier ??= verifierFor(realm, password);
      return true;
    },
    hasPassword: () => request.user.password !== null,
    setPassword: ({ password }) => {
      const { realm, user } = request;
      if (user.readOnly) return { ok: false, reason: 'read-only', message: 'The user is read only.' };
      const problem = passwordProblem(realm, user, password);
      if (problem !== undefined) return { ok: false, ...problem };
      writePassword(realm, user, password);
      user.passwordSinceInMillis = request.clock.now();
      return { ok: true };
    },
    removePassword: () => {
      request.user.verifier = null;
      if (!request.user.keepsPasswordElsewhere) request.user.password = null;
    },
    passwordProblem: ({ password }) => passwordProblem(request.realm, undefined, password)?.message ?? null,
    randomPassword: () => randomPassword(request.realm),
  };
}

/** Sets a password that the policy has nothing against. */
export function writePassword(realm: MemoryRealm, user: MemoryUser, password: string): void {
  if (user.password !== null) user.passwordHistory.unshift(user.password);
  user.password = password;
  user.verifier = verifierFor(realm, password);
}

function verifierFor(realm: MemoryRealm, password: string): MemoryUser['verifier'] {
  if (realm.attributes['lifeguard.cognito.srp'] !== 'true') return null;
  return { saltHex: randomBytes(16).toString('hex'), password };
}
