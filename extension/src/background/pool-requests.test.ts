import { totpCode } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../border.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import { FakePool, ISSUER, json, REDIRECT_URI, refusal, secretOf } from '../pool/fake-pool.fixture.ts';
import { poolHttp } from '../pool/pool-http.ts';
import { accountOf, KEY, PASSWORD, passwordKeyOf, unlockedWorld } from '../vault/vault.fixture.ts';
import { otpKeyOf } from '../vault/account.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { type GivenCodesByAccount, openGivenCodes } from './given-codes.ts';
import { poolRequests } from './pool-requests.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';

const { passwordKeyBase64 } = PASSWORD;
const NOTHING_LAID_DOWN: ManagedPolicy = { exportAllowed: true, minPasswordLength: 10 };
const OF_A_SHOP = accountOf('shop', { issuer: 'Shop', secretBase32: 'KRUGS4ZANFZSAYJAKRUGS4ZANFZSAYJA' });

async function world(policy: ManagedPolicy = NOTHING_LAID_DOWN) {
  const { vault, clock, session } = await unlockedWorld(OF_A_SHOP);
  const pool = new FakePool();
  const now = () => {
    pool.clock.now = clock.now;
    return clock.now;
  };
  now();
  const item = storageItem<GivenCodesByAccount>({ area: session, key: 'givenCodes', fallback: {} });
  const givenCodes = openGivenCodes({ item, queue: serialQueue() });
  let ids = 0;
  async function removeAccount({ id }: { readonly id: string }): Promise<Answer<object, 'locked'>> {
    const done = await vault.update((accounts) => accounts.filter((one) => one.id !== id), { removes: true });
    return done ? { ok: true } : { ok: false, reason: 'locked' };
  }
  const keepAccount = ({ id }: { readonly id: string }) =>
    vault.update((accounts) => commitAccount(accounts, id, { begunElsewhere: [], nowInMillis: 0 }));
  const requests = poolRequests({
    vault,
    policy: async () => policy,
    givenCodes,
    poolSignIn: {
      http: poolHttp({ fetch: pool.fetch, now }),
      showSignIn: (url) => pool.showSignIn(url),
      redirectUri: REDIRECT_URI,
      now,
      sleep: async (millis) => void (clock.now += millis),
    },
    removeAccount,
    now,
    randomId: () => `new-${(ids += 1)}`,
  });
  const connect = (address = ISSUER) => requests.connectPool({ address });
  const connected = async () => (await vault.accounts())?.filter((account) => account.id !== 'shop');
  return { ...requests, removeAccount, keepAccount, vault, clock, pool, givenCodes, connect, connected };
}

async function connectedWorld() {
  const made = await world();
  await made.connect();
  return {
    ...made,
    leave: (key = passwordKeyBase64) => made.disconnectPool({ id: 'new-1', passwordKeyBase64: key }),
  };
}

describe('connecting', () => {
  test('makes an account that the pool takes codes of, bound to the pool, and gives the token back', async () => {
    const { connect, connected, pool, clock, givenCodes } = await world();
    expect(await connect()).toEqual({
      ok: true,
      id: 'new-1',
      isPreferred: true,
      pool: { name: 'Acme', mfa: 'OPTIONAL', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] },
    });
    const [account] = (await connected()) ?? [];
    expect(account).toMatchObject({
      issuer: 'Acme',
      account: 'ada',
      state: 'active',
      origins: ['https://id.example.org'],
      pool: { issuer: ISSUER, clientId: 'lifeguard_extension', subject: pool.subject },
    });
    expect(pool.secret).toBe(account?.secretBase32);
    expect(pool.isPreferred).toBe(true);
    expect(pool.revoked).toEqual(['the-access-token']);
    // Its first code is used up: a sign-in waits for the next.
    const { step } = totpCode(otpKeyOf(account!), clock.now);
    expect((await givenCodes.all())['new-1']?.step).toBe(step);
  });

  test('asks for a code with PKCE, a state and a nonce that differ each time', async () => {
    const { connect, pool } = await world();
    await connect();
    await connect();
    const [first, second] = pool.shown.map(({ searchParams }) => Object.fromEntries(searchParams));
    expect(first).toMatchObject({
      response_type: 'code',
      client_id: 'lifeguard_extension',
      redirect_uri: REDIRECT_URI,
      scope: 'openid',
      code_challenge_method: 'S256',
      prompt: 'login',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(first?.[name]).not.toBe(second?.[name]);
  });

  test('again keeps the name that the user has given the account', async () => {
    const { connect, connected, vault } = await world();
    await connect();
    await vault.update((accounts) => accounts.map((one) => ({ ...one, issuer: 'Work', account: 'me' })));
    await connect();
    expect(await connected()).toMatchObject([{ issuer: 'Work', account: 'me', state: 'active' }]);
  });

  test('twice replaces the account, and doubles nothing', async () => {
    const { connect, connected } = await world();
    await connect();
    await connect();
    expect(await connected()).toHaveLength(1);
  });

  test('goes by the clock of the pool', async () => {
    const { connect, pool } = await world();
    pool.clock.skewInMillis = 15 * 60 * 1000;
    expect(await connect()).toMatchObject({ ok: true });
  });

  test('goes to the pool of the organisation, whatever was typed', async () => {
    const { connect, pool } = await world({ ...NOTHING_LAID_DOWN, pool: { address: ISSUER, clientId: 'codes' } });
    expect(await connect('https://elsewhere.example/realms/x')).toMatchObject({ ok: true });
    expect(pool.shown[0]?.searchParams.get('client_id')).toBe('codes');
  });

  test.each([
    ['none', ''],
    ['of no realm', 'https://id.example.org/'],
    ['not protected', 'http://id.example.org/realms/acme'],
  ])(
    'goes nowhere and says whose mistake it is when the address that the organisation has laid down is %s',
    async (_, laidDown) => {
      const { connect, pool } = await world({ ...NOTHING_LAID_DOWN, pool: { address: laidDown } });
      expect(await connect()).toEqual({ ok: false, reason: 'pool-laid-down' });
      expect(pool.asked).toEqual([]);
    },
  );

  test('tells when the pool does not prefer these codes', async () => {
    const { connect, connected, pool } = await world();
    pool.instead['SetUserMFAPreference'] = () => refusal('InvalidParameterException', 'no');
    expect(await connect()).toMatchObject({ ok: true, isPreferred: false });
    expect(await connected()).toMatchObject([{ state: 'active' }]);
  });

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
    const { connect, vault, pool } = await world();
    misbehave(pool);
    expect(await connect()).toMatchObject({ ok: false, ...refused });
    expect(await vault.accounts()).toEqual([OF_A_SHOP]);
    expect(pool.secret).toBeUndefined();
  });

  test.each<[string, () => Response]>([
    ['nobody answers', unreachable],
    ['a page answers', page],
    ['a proxy answers with a page', () => new Response('<h1>502 Bad Gateway</h1>', { status: 502 })],
    ['a proxy answers with nothing', () => new Response('', { status: 504 })],
    ['a proxy answers with nothing, as if all were well', () => new Response('')],
    ['a gateway answers', () => json({ message: 'Endpoint request timed out' }, 504)],
    ['a gateway refuses', () => json({ message: 'Forbidden' }, 403)],
    ['Keycloak fails', () => json({ error: 'unknown_error' }, 500)],
    ['the API fails', () => json({ __type: 'InternalErrorException', message: 'An internal error occurred.' }, 500)],
  ])('keeps the account unconfirmed when the pool may have taken it and %s', async (_, answer) => {
    const { connect, connected, pool } = await world();
    pool.instead['VerifySoftwareToken'] = answer;
    expect(await connect()).toEqual({ ok: false, reason: 'pool-answer-lost' });
    expect(await connected()).toMatchObject([{ state: 'staged' }]);
    // Trying again replaces it.
    delete pool.instead['VerifySoftwareToken'];
    expect(await connect()).toMatchObject({ ok: true });
    expect(await connected()).toMatchObject([{ state: 'active' }]);
  });

  test.each<[string, 'removeAccount' | 'keepAccount']>([
    ['has discarded it', 'removeAccount'],
    ['has kept it', 'keepAccount'],
  ])('has the account once when the pool has taken it, though the user %s in the meantime', async (_, request) => {
    const { connect, connected, pool, givenCodes, ...made } = await world();
    pool.instead['VerifySoftwareToken'] = async () => {
      const [waiting] = (await connected()) ?? [];
      await made[request]({ id: waiting!.id });
      return json({ Status: 'SUCCESS' });
    };
    const answer = await connect();
    expect(answer).toMatchObject({ ok: true });
    const accounts = (await connected()) ?? [];
    expect(accounts).toMatchObject([{ state: 'active', secretBase32: secretOf(1) }]);
    expect(answer).toMatchObject({ id: accounts[0]!.id });
    expect(await givenCodes.all()).toHaveProperty(accounts[0]!.id);
  });

  test('in two windows at once keeps the key that the pool has taken, and drops the one that it has refused', async () => {
    const { connect, connected, pool } = await world();
    let second: unknown;
    const first = connect();
    pool.instead['VerifySoftwareToken'] = () =>
      new Promise((answerFirst) => {
        pool.instead['VerifySoftwareToken'] = async () => {
          answerFirst(refusal('EnableSoftwareTokenMFAException', 'Code mismatch'));
          await first;
          return json({ Status: 'SUCCESS' });
        };
        second = connect();
      });
    expect(await first).toMatchObject({ ok: false, reason: 'pool-code-refused' });
    expect(await second).toMatchObject({ ok: true });
    expect(await connected()).toMatchObject([{ state: 'active', secretBase32: secretOf(2) }]);
  });

  test('keeps the account unconfirmed when the vault is locked before it can be confirmed', async () => {
    const { connect, connected, vault, pool } = await world();
    pool.instead['VerifySoftwareToken'] = async () => {
      await vault.lock();
      return json({ Status: 'SUCCESS' });
    };
    expect(await connect()).toEqual({ ok: false, reason: 'pool-unconfirmed' });
    await vault.unlock(passwordKeyBase64);
    expect(await connected()).toMatchObject([{ state: 'staged', secretBase32: secretOf(1) }]);
  });

  test('asks the pool for nothing while the vault is locked, also when it was locked during the sign-in', async () => {
    const { connect, vault, pool } = await world();
    await vault.lock();
    expect(await connect()).toEqual({ ok: false, reason: 'locked' });
    expect(pool.asked).toEqual([]);
    await vault.unlock(passwordKeyBase64);
    const { showSignIn } = pool;
    pool.showSignIn = async (url) => {
      await vault.lock();
      return showSignIn(url);
    };
    expect(await connect()).toEqual({ ok: false, reason: 'pool-locked' });
    expect(pool.asked).not.toContain('AssociateSoftwareToken');
    expect(pool.revoked).toHaveLength(1);
  });
});

describe('disconnecting', () => {
  test('turns the factor off at the pool and removes the account', async () => {
    const { leave, vault, pool } = await connectedWorld();
    expect(await leave()).toEqual({ ok: true });
    expect(pool.secret).toBeUndefined();
    expect(await vault.accounts()).toEqual([OF_A_SHOP]);
    const signIn = pool.shown.at(-1)?.searchParams;
    expect([signIn?.get('prompt'), signIn?.get('login_hint')]).toEqual(['login', 'ada']);
  });

  test('is possible at a pool that asks everybody for a code, for whoever has another factor', async () => {
    const { leave, pool } = await connectedWorld();
    pool.mfa = 'ON';
    pool.accepted = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'];
    expect(await leave()).toEqual({ ok: true });
  });

  test.each<[string, (made: Awaited<ReturnType<typeof connectedWorld>>) => unknown, string]>([
    ['the pool asks everybody for a code', ({ pool }) => (pool.mfa = 'ON'), 'pool-requires-factor'],
    ['somebody else signs in', ({ pool }) => (pool.subject = 'eve'), 'pool-other-user'],
    [
      'the pool refuses',
      ({ pool }) => (pool.instead['SetUserMFAPreference'] = () => refusal('X', 'no')),
      'pool-refused',
    ],
    ['the pool is gone', ({ pool }) => (pool.instead['openid-configuration'] = unreachable), 'pool-unreachable'],
    ['the vault is locked', ({ vault }) => vault.lock(), 'locked'],
    [
      'the vault is locked during the sign-in',
      ({ pool, vault }) => (pool.redirect = ({ href }) => (void vault.lock(), href)),
      'pool-locked',
    ],
  ])('changes nothing when %s', async (_, change, reason) => {
    const made = await connectedWorld();
    await change(made);
    expect(await made.leave()).toMatchObject({ ok: false, reason });
    await made.vault.unlock(passwordKeyBase64);
    expect(await made.connected()).toHaveLength(1);
    expect(made.pool.secret).toBe(KEY.secretBase32);
  });

  test('says that the account is left when the vault is locked before it can be removed', async () => {
    const { leave, vault, connected, pool } = await connectedWorld();
    pool.instead['SetUserMFAPreference'] = async () => {
      await vault.lock();
      return json({});
    };
    expect(await leave()).toEqual({ ok: false, reason: 'pool-account-stays' });
    await vault.unlock(passwordKeyBase64);
    expect(await connected()).toHaveLength(1);
  });

  test('takes the password, though the vault is open, and an account that is connected', async () => {
    const { leave, disconnectPool, pool } = await connectedWorld();
    pool.asked.length = 0;
    expect(await leave(passwordKeyOf(8))).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await disconnectPool({ id: 'shop', passwordKeyBase64 })).toEqual({ ok: false, reason: 'no-account' });
    expect(pool.asked).toEqual([]);
  });
});

function unreachable(): never {
  throw new TypeError('Failed to fetch');
}

function page(): Response {
  return new Response('<!doctype html>');
}

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
