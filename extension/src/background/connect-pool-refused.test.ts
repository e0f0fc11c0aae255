import { describe, expect, test } from 'vitest';
import { type FakePool, json, refusal } from '../pool/fake-pool.fixture.ts';
import { OF_A_SHOP, page, poolWorld, unreachable } from './pool-requests.fixture.ts';

describe('connecting', () => {
  test.each<[string, (pool: FakePool) => void, object]>([
    [
      'nobody answers',
      ({ instead }) => (instead['openid-configuration'] = unreachable),
      { reason: 'pool-unreachable' },
    ],
    ['a page answers', ({ instead }) => (instead['openid-configuration'] = page), { reason: 'pool-not-found' }],
    [
      'another issuer answers',
      (pool) =>
        (pool.instead['openid-configuration'] = () => json({ ...pool.discovery(), issuer: 'https://evil.example' })),
      { reason: 'pool-not-found' },
    ],
    [
      'no PKCE is offered',
      (pool) =>
        (pool.instead['openid-configuration'] = () =>
          json({ ...pool.discovery(), code_challenge_methods_supported: ['plain'] })),
      { reason: 'pool-not-found' },
    ],
    ...['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'jwks_uri'].map(
      (endpoint): [string, (pool: FakePool) => void, object] => [
        `the ${endpoint} is another server's`,
        (pool) =>
          (pool.instead['openid-configuration'] = () =>
            json({ ...pool.discovery(), [endpoint]: 'https://id.example.org.evil.example/x' })),
        { reason: 'pool-untrusted' },
      ],
    ),
    ['the user closes the page', (pool) => (pool.showSignIn = closed), { reason: 'pool-sign-in-ended' }],
    [
      'the user denies it',
      (pool) => (pool.redirect = (end) => ending(end, { code: undefined, error: 'access_denied' })),
      { reason: 'pool-sign-in-ended' },
    ],
    [
      'the pool refuses the request',
      (pool) =>
        (pool.redirect = (end) =>
          ending(end, { code: undefined, error: 'invalid_request', error_description: 'Missing parameter' })),
      { reason: 'pool-refused', detail: 'Missing parameter' },
    ],
    [
      'the state is another',
      (pool) => (pool.redirect = (end) => ending(end, { state: 'x' })),
      { reason: 'pool-untrusted' },
    ],
    [
      'another server ends it',
      (pool) => (pool.redirect = (end) => ending(end, { iss: 'https://evil.example' })),
      { reason: 'pool-untrusted' },
    ],
    [
      'it ends elsewhere',
      (pool) => (pool.redirect = ({ search }) => `https://evil.example/${search}`),
      { reason: 'pool-untrusted' },
    ],
    [
      'the code is refused',
      (pool) => (pool.redirect = (end) => ending(end, { code: 'old' })),
      { reason: 'pool-refused', detail: 'Code not valid' },
    ],
    ['a stranger signs', (pool) => (pool.isSignedByStranger = true), { reason: 'pool-untrusted' }],
    ...Object.entries({
      iss: 'https://evil.example',
      aud: 'another',
      nonce: 'another',
      exp: 1,
      sub: undefined,
    }).map(([claim, value]): [string, (pool: FakePool) => void, object] => [
      `the token's ${claim} is wrong`,
      (pool) => (pool.claims = (claims) => ({ ...claims, [claim]: value })),
      { reason: 'pool-untrusted' },
    ]),
    [
      'the client may not use the API',
      ({ instead }) =>
        (instead['pool'] = () => refusal('NotAuthorizedException', 'Access Token does not have required scopes')),
      { reason: 'pool-client' },
    ],
    [
      'the server has no such API',
      ({ instead }) => (instead['pool'] = () => json({ error: 'HTTP 404 Not Found' }, 404)),
      { reason: 'pool-not-found' },
    ],
    [
      'no authenticators are offered',
      ({ instead }) =>
        (instead['AssociateSoftwareToken'] = () => refusal('SoftwareTokenMFANotFoundException', 'not enabled')),
      { reason: 'pool-no-authenticators' },
    ],
    [
      'the second factor was not shown',
      ({ instead }) =>
        (instead['AssociateSoftwareToken'] = () =>
          refusal('NotAuthorizedException', 'The user has to sign in with the second factor to change how …')),
      { reason: 'pool-needs-factor' },
    ],
    [
      'the seed is none',
      ({ instead }) => (instead['AssociateSoftwareToken'] = () => json({ SecretCode: '!' })),
      { reason: 'pool-untrusted' },
    ],
    [
      'the code of the authenticator is refused',
      ({ instead }) =>
        (instead['VerifySoftwareToken'] = () => refusal('EnableSoftwareTokenMFAException', 'Code mismatch')),
      { reason: 'pool-code-refused' },
    ],
    [
      'the pool says no success',
      ({ instead }) => (instead['VerifySoftwareToken'] = () => json({ Status: 'ERROR' })),
      { reason: 'pool-code-refused' },
    ],
  ])('leaves nothing behind when %s', async (_, misbehave, refused) => {
    const { connect, vault, pool } = await poolWorld();
    misbehave(pool);
    expect(await connect()).toMatchObject({ ok: false, ...refused });
    expect(await vault.accounts()).toEqual([OF_A_SHOP]);
    expect(pool.secret).toBeUndefined();
  });
});

async function closed(): Promise<never> {
  throw new Error('The user did not approve access.');
}

/** The end of a sign-in with other parameters; those without a value are left out. */
function ending(end: URL, changes: Readonly<Record<string, string | undefined>>): string {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) end.searchParams.delete(name);
    else end.searchParams.set(name, value);
  }
  return end.href;
}
