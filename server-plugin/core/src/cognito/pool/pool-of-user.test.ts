import { expect, test } from 'vitest';
import type { NewPool } from '../../testing/memory-keycloak/make-pool.ts';
import { SigningIn } from '../../testing/signing-in.ts';
import { poolOfUser } from './pool-of-user.ts';

function signedIn(options: NewPool = {}) {
  const bed = new SigningIn(options);
  const { poolId, clientId, username } = bed.made;
  const token = bed.keycloak.tokensOf(poolId, clientId, username).accessToken;
  return {
    bed,
    ask: (given = token, at?: string) => poolOfUser({ token: given }, bed.keycloak.ports(at ? { at } : {})),
  };
}

test('tells whoever has signed in what the pool asks for', () => {
  const { bed, ask } = signedIn({ mfa: 'OPTIONAL' });
  expect(ask()).toMatchObject({
    status: 200,
    body: {
      MfaConfiguration: 'OPTIONAL',
      Factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
      Username: bed.made.username,
    },
  });
});

test('tells what the user could answer with', () => {
  expect(signedIn({ mfa: 'ON' }).ask()).toMatchObject({ body: { AcceptedFactors: ['SMS_MFA'] } });
  const bed = new SigningIn({ mfa: 'ON', user: { attributes: { phoneNumber: [] } } });
  bed.enrol();
  const { poolId, clientId, username } = bed.made;
  const { accessToken: token } = bed.keycloak.tokensOf(poolId, clientId, username);
  expect(poolOfUser({ token }, bed.keycloak.ports())).toMatchObject({
    body: { AcceptedFactors: ['SOFTWARE_TOKEN_MFA'] },
  });
});

test('names no factor of a pool that asks for none', () => {
  expect(signedIn({ mfa: 'OFF' }).ask()).toMatchObject({ body: { MfaConfiguration: 'OFF', Factors: [] } });
});

test('tells nothing to anybody else, and nothing about a pool of another endpoint', () => {
  const { bed, ask } = signedIn({ mfa: 'ON' });
  for (const token of ['', 'abc', `${'a'.repeat(20)}.b.c`]) {
    expect(ask(token)).toMatchObject({ status: 400, body: { __type: 'NotAuthorizedException' } });
  }
  const other = bed.keycloak.addPool({});
  const elsewhere = bed.keycloak.realm(other.poolId).name;
  expect(ask(undefined, elsewhere)).toMatchObject({ status: 400, body: { __type: 'ResourceNotFoundException' } });
  bed.keycloak.user(bed.made.poolId, bed.made.username).enabled = false;
  expect(ask()).toMatchObject({ status: 400, body: { __type: 'NotAuthorizedException' } });
});
