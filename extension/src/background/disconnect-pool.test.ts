import { describe, expect, test } from 'vitest';
import { json, refusal } from '../pool/fake-pool.fixture.ts';
import { KEY, PASSWORD, passwordKeyOf } from '../vault/vault.fixture.ts';
import { OF_A_SHOP, poolWorld, unreachable } from './pool-requests.fixture.ts';

const { passwordKeyBase64 } = PASSWORD;

async function connectedWorld() {
  const made = await poolWorld();
  await made.connect();
  return {
    ...made,
    leave: (key = passwordKeyBase64) => made.disconnectPool({ id: 'new-1', passwordKeyBase64: key }),
  };
}

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
