import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryKeycloak } from '../memory-keycloak/memory-keycloak.ts';
import { fuzzedRequest } from './broken-request.ts';
import { realValues, unearned } from './fuzz-world.ts';
import { MODEL_INPUTS } from './model-inputs.ts';

const RUNS_PER_OPERATION = 80;

/** A pool whose users have a second factor each, and what somebody with an account of its own knows of it. */
function attacked() {
  const keycloak = new MemoryKeycloak();
  const made = keycloak.addPool({ mfa: 'ON', realm: { smtp: { host: 'mail.example.org' } } });
  const attacker = keycloak.addUser(made.poolId, { username: 'attacker' });
  const { accessToken, refreshToken } = keycloak.tokensOf(made.poolId, made.clientId, attacker.id);
  const asked = keycloak.call('InitiateAuth', {
    ClientId: made.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: made.username, PASSWORD: made.password },
  });
  const session = String(asked.body['Session']);
  return { keycloak, real: realValues({ ...made, accessToken, refreshToken, session }), key: keycloak.addKey() };
}

describe.each(MODEL_INPUTS)('whatever is sent to $operation', ({ operation, shape }) => {
  test('is answered with 200 or 400, and gives neither tokens nor a session', () => {
    const { keycloak, real, key } = attacked();
    fc.assert(
      fc.property(fuzzedRequest(shape, real), fc.boolean(), ({ contentType, body }, isSigned) => {
        const signed = isSigned ? { signedBy: key } : {};
        const answer = keycloak.call(operation, undefined, { body, contentType, ...signed });
        expect(answer.cause).toBeUndefined();
        expect([200, 400]).toContain(answer.status);
        expect(unearned(answer.body)).toBeUndefined();
        if (answer.status === 400)
          expect(answer.body).toEqual({ __type: expect.any(String), message: expect.any(String) });
      }),
      { numRuns: RUNS_PER_OPERATION },
    );
  });
});

test('tokens and sessions are seen where there are any', () => {
  expect(unearned({ AuthenticationResult: {} })).toBe('tokens');
  expect(unearned({ ChallengeName: 'SMS_MFA', Session: 'x' })).toBe('a session');
});

test('a target that is no operation is refused, whatever it is', () => {
  const { keycloak } = attacked();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'opensPool')), (name) => {
      const isKnown = MODEL_INPUTS.some(({ operation }) => operation === name);
      const { status, body } = keycloak.call(name);
      if (!isKnown) expect([status, body['__type']]).toEqual([400, 'UnknownOperationException']);
    }),
  );
});
