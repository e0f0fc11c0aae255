import type { Answer } from '../border.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import { FakePool, ISSUER, REDIRECT_URI } from '../pool/fake-pool.fixture.ts';
import { poolHttp } from '../pool/pool-http.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { accountOf, unlockedWorld } from '../vault/vault.fixture.ts';
import { type GivenCodesByAccount, openGivenCodes } from './given-codes.ts';
import { poolRequests } from './pool-requests.ts';

export const NOTHING_LAID_DOWN: ManagedPolicy = { exportAllowed: true, minPasswordLength: 10 };
export const OF_A_SHOP = accountOf('shop', { issuer: 'Shop', secretBase32: 'KRUGS4ZANFZSAYJAKRUGS4ZANFZSAYJA' });

/** An unlocked vault that holds the account of a shop, and a pool to connect it to. */
export async function poolWorld(policy: ManagedPolicy = NOTHING_LAID_DOWN) {
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

/** No server answers. */
export function unreachable(): never {
  throw new TypeError('Failed to fetch');
}

/** A server answers that is no pool. */
export function page(): Response {
  return new Response('<!doctype html>');
}
