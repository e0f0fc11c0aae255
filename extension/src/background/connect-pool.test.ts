import { totpCode } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import { ISSUER, REDIRECT_URI, refusal } from '../pool/fake-pool.fixture.ts';
import { otpKeyOf } from '../vault/account.ts';
import { PASSWORD } from '../vault/vault.fixture.ts';
import { NOTHING_LAID_DOWN, poolWorld } from './pool-requests.fixture.ts';

describe('connecting', () => {
  test('makes an account that the pool takes codes of, bound to the pool, and gives the token back', async () => {
    const { connect, connected, pool, clock, givenCodes } = await poolWorld();
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
    const { connect, pool } = await poolWorld();
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
    const { connect, connected, vault } = await poolWorld();
    await connect();
    await vault.update((accounts) => accounts.map((one) => ({ ...one, issuer: 'Work', account: 'me' })));
    await connect();
    expect(await connected()).toMatchObject([{ issuer: 'Work', account: 'me', state: 'active' }]);
  });

  test('twice replaces the account, and doubles nothing', async () => {
    const { connect, connected } = await poolWorld();
    await connect();
    await connect();
    expect(await connected()).toHaveLength(1);
  });

  test('goes by the clock of the pool', async () => {
    const { connect, pool } = await poolWorld();
    pool.clock.skewInMillis = 15 * 60 * 1000;
    expect(await connect()).toMatchObject({ ok: true });
  });

  test('goes to the pool of the organisation, whatever was typed', async () => {
    const { connect, pool } = await poolWorld({ ...NOTHING_LAID_DOWN, pool: { address: ISSUER, clientId: 'codes' } });
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
      const { connect, pool } = await poolWorld({ ...NOTHING_LAID_DOWN, pool: { address: laidDown } });
      expect(await connect()).toEqual({ ok: false, reason: 'pool-laid-down' });
      expect(pool.asked).toEqual([]);
    },
  );

  test('tells when the pool does not prefer these codes', async () => {
    const { connect, connected, pool } = await poolWorld();
    pool.instead['SetUserMFAPreference'] = () => refusal('InvalidParameterException', 'no');
    expect(await connect()).toMatchObject({ ok: true, isPreferred: false });
    expect(await connected()).toMatchObject([{ state: 'active' }]);
  });

  test('asks the pool for nothing while the vault is locked, also when it was locked during the sign-in', async () => {
    const { connect, vault, pool } = await poolWorld();
    await vault.lock();
    expect(await connect()).toEqual({ ok: false, reason: 'locked' });
    expect(pool.asked).toEqual([]);
    await vault.unlock(PASSWORD.passwordKeyBase64);
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
