import { describe, expect, test } from 'vitest';
import { json, refusal, secretOf } from '../pool/fake-pool.fixture.ts';
import { PASSWORD } from '../vault/vault.fixture.ts';
import { page, poolWorld, unreachable } from './pool-requests.fixture.ts';

describe('connecting', () => {
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
    const { connect, connected, pool } = await poolWorld();
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
    const { connect, connected, pool, givenCodes, ...made } = await poolWorld();
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
    const { connect, connected, pool } = await poolWorld();
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
    const { connect, connected, vault, pool } = await poolWorld();
    pool.instead['VerifySoftwareToken'] = async () => {
      await vault.lock();
      return json({ Status: 'SUCCESS' });
    };
    expect(await connect()).toEqual({ ok: false, reason: 'pool-unconfirmed' });
    await vault.unlock(PASSWORD.passwordKeyBase64);
    expect(await connected()).toMatchObject([{ state: 'staged', secretBase32: secretOf(1) }]);
  });
});
