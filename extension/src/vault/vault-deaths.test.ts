import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewPasskey } from '../passkey/passkey.ts';
import { serialQueue } from '../serial-queue.ts';
import type { StorageArea } from '../storage-item.ts';
import type { Account } from './account.ts';
import { memoryStorage } from './memory-storage.fixture.ts';
import { sessionKey } from './session-key.ts';
import { commitAccount, stageAccount } from './stage-account.ts';
import { openVault, type Vault } from './vault.ts';
import { accountOf, LOCK_AFTER_IN_MILLIS, PASSWORD, passkeyOf, STEP_BEGINS_AT } from './vault.fixture.ts';
import { parseVaultFile, type VaultFile } from './vault-file.ts';
import { vaultStore } from './vault-store.ts';

/** What a person does, and what the vault must hold when it was done. */
interface Act {
  readonly name: string;
  run(vault: Vault): Promise<unknown>;
  after(accounts: readonly Account[]): readonly Account[];
}

function change(name: string, after: Act['after']): Act {
  return { name, after, run: (vault) => vault.update(after, { removes: true }) };
}

const ALONE = { begunElsewhere: [], nowInMillis: 0 };
const ACTS: readonly Act[] = [
  change('add', (accounts) => [...accounts, accountOf(unused(accounts))]),
  change('rename', ([first, ...rest]) => (first === undefined ? [] : [{ ...first, account: 'renamed' }, ...rest])),
  change('remove', (accounts) => accounts.slice(1)),
  change('import', (accounts) => [
    ...accounts,
    ...['x', 'y', 'z'].map((letter) => accountOf(`${unused(accounts)}-${letter}`)),
  ]),
  change(
    'stage',
    (accounts) =>
      stageAccount(accounts, accountOf(unused(accounts), { state: 'staged', origins: ['https://id.example'] }), ALONE)
        .accounts,
  ),
  change('commit', (accounts) =>
    commitAccount(accounts, accounts.find(({ state }) => state === 'staged')?.id ?? '', ALONE),
  ),
  {
    name: 'change password',
    run: (vault) => vault.changePassword(PASSWORD.passwordKeyBase64, PASSWORD),
    after: (accounts) => accounts,
  },
  {
    name: 'add a passkey',
    run: (vault) => vault.addPasskey(PASSWORD.passwordKeyBase64, passkeyOf(5), 0),
    after: (accounts) => accounts,
  },
  { name: 'remove the passkey', run: (vault) => vault.removePasskey(), after: (accounts) => accounts },
  { name: 'lock', run: (vault) => vault.lock(), after: (accounts) => accounts },
  { name: 'unlock', run: (vault) => vault.unlock(PASSWORD.passwordKeyBase64), after: (accounts) => accounts },
];

/** An id that no account has. */
function unused(accounts: readonly Account[]): string {
  const numbers = accounts
    .map(({ id }) => Number.parseInt(id.replace('n', ''), 10))
    .filter((number) => !Number.isNaN(number));
  return `n${Math.max(0, ...numbers) + 1}`;
}

interface End {
  /** Which call of its storage is the last one. */
  readonly calls: number;
  readonly afterWork: boolean;
}

/** A background that may die: from one call of its storage on, before that has worked or after, nothing answers any more. */
function mortalBackground(local: StorageArea, session: StorageArea, { calls, afterWork }: End) {
  let callsLeft = calls;
  let die: () => void;
  const died = new Promise<false>((resolve) => {
    die = () => resolve(false);
  });
  async function call<T>(work: () => Promise<T>): Promise<T> {
    callsLeft -= 1;
    if (callsLeft > 0) return work();
    if (callsLeft === 0 && afterWork) await work();
    die();
    return new Promise(() => {});
  }
  const mortal = (area: StorageArea): StorageArea => ({
    get: (keys) => call(() => area.get(keys)),
    set: (items) => call(() => area.set(items)),
    remove: (keys) => call(() => area.remove(keys)),
  });
  const vault = vaultOn(mortal(local), mortal(session));
  return {
    /** Whether it has come to the end of an act. */
    async lives(act: (vault: Vault) => Promise<unknown>): Promise<boolean> {
      return Promise.race([act(vault).then(() => true), died]);
    },
  };
}

function vaultOn(local: StorageArea, session: StorageArea): Vault {
  return openVault({
    store: vaultStore(local, async () => undefined),
    session: sessionKey({ area: session, now: () => STEP_BEGINS_AT }),
    queue: serialQueue(),
    lockAfterInMillis: async () => LOCK_AFTER_IN_MILLIS,
  });
}

test('whenever the background dies, a change is there as a whole or not at all', async () => {
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...ACTS), { minLength: 1, maxLength: 6 }),
      fc.array(fc.record({ calls: fc.integer({ min: 1, max: 8 }), afterWork: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
      async (acts, ends) => {
        const [local, session] = [memoryStorage(), memoryStorage()];
        const first = vaultOn(local, session);
        await first.create(PASSWORD);
        await first.update(() => [accountOf('a'), accountOf('b')]);
        let expected: readonly Account[] = [accountOf('a'), accountOf('b')];

        for (const [place, act] of acts.entries()) {
          const background = mortalBackground(local, session, ends[place % ends.length]!);
          if (!(await background.lives(act.run))) deaths += 1;

          // The next background, and a person who gives the password if need be.
          const next = vaultOn(local, session);
          const wasLocked = (await next.accounts()) === undefined;
          if (wasLocked) expect(await next.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: true, copy: 'current' });
          const found = (await next.accounts())!;
          const isDone = act.after(expected);
          if (!isDeepStrictEqual(found, expected)) expect(found, act.name).toEqual(isDone);
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
          expected = found;
        }
      },
    ),
    { numRuns: 700 },
  );
  expect(deaths).toBeGreaterThanOrEqual(1000);
}, 120_000);

const [OLD_PASSKEY, NEW_PASSKEY] = [passkeyOf(5), passkeyOf(6)];

/** Who may open a copy. */
function accessOf({ wrappedDataKey, passkey }: VaultFile) {
  return { wrappedDataKey, passkey };
}

test.each<[string, (vault: Vault) => Promise<unknown>, NewPasskey | undefined]>([
  ['adds a passkey', (vault) => vault.addPasskey(PASSWORD.passwordKeyBase64, NEW_PASSKEY, 0), NEW_PASSKEY],
  ['removes the passkey', (vault) => vault.removePasskey(), undefined],
  ['changes the password', (vault) => vault.changePassword(PASSWORD.passwordKeyBase64, PASSWORD), OLD_PASSKEY],
])(
  'a background that dies while it %s leaves both copies as they were or both as they become',
  async (_, act, after) => {
    const ends = new Set<string>();
    let hasLived = false;
    for (let calls = 1; !hasLived; calls += 1) {
      for (const afterWork of [false, true]) {
        const [local, session] = [memoryStorage(), memoryStorage()];
        const first = vaultOn(local, session);
        await first.create(PASSWORD);
        await first.update(() => [accountOf('a')]);
        await first.addPasskey(PASSWORD.passwordKeyBase64, OLD_PASSKEY, 0);
        const before = String(local.items.get('vault'));
        local.items.set('vault.damaged', `torn ${before}`);
        hasLived = await mortalBackground(local, session, { calls, afterWork }).lives(act);

        const isDone = local.items.get('vault') !== before;
        expect(local.items.get('vault.damaged')).toBe(isDone ? '' : `torn ${before}`);
        const copies = ['vault', 'vault.previous'].map((key) => parseVaultFile(local.items.get(key)));
        const [current, previous] = (await Promise.all(copies)).map((copy) => copy.ok && accessOf(copy.file));
        expect(previous).toEqual(current);

        const next = vaultOn(local, session);
        await next.lock();
        const status = await next.status();
        const shown = 'passkey' in status ? status.passkey?.credentialIdBase64 : undefined;
        const passkey = [OLD_PASSKEY, after].find((one) => one?.credentialIdBase64 === shown);
        expect(passkey?.credentialIdBase64).toBe(shown);
        if (hasLived) expect(passkey).toBe(after);
        ends.add(shown ?? 'none');
        for (const one of [OLD_PASSKEY, NEW_PASSKEY]) {
          const answer = one === passkey ? { ok: true, copy: 'current' } : { ok: false, reason: 'wrong-passkey' };
          expect(await next.unlockWithPasskey(one.passkeyKeyBase64)).toEqual(answer);
        }
        await next.lock();
        expect(await next.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: true, copy: 'current' });
        expect(await next.accounts()).toEqual([accountOf('a')]);
      }
    }
    expect(ends.size).toBe(after === OLD_PASSKEY ? 1 : 2);
  },
);

test('a background that dies while it puts back the copy before a damaged one leaves both to the next', async () => {
  for (const calls of [1, 2, 3, 4, 5, 6]) {
    for (const afterWork of [false, true]) {
      const [local, session] = [memoryStorage(), memoryStorage()];
      const first = vaultOn(local, session);
      await first.create(PASSWORD);
      await first.update(() => [accountOf('a')]);
      await first.update((accounts) => [...accounts, accountOf('b')]);
      await first.lock();
      local.items.set('vault', 'torn');
      const background = mortalBackground(local, session, { calls, afterWork });
      await background.lives((vault) => vault.unlock(PASSWORD.passwordKeyBase64));
      const next = vaultOn(local, session);
      if ((await next.accounts().catch(() => undefined)) === undefined) {
        expect(await next.unlock(PASSWORD.passwordKeyBase64)).toMatchObject({ ok: true });
      }
      expect(await next.accounts()).toEqual([accountOf('a')]);
    }
  }
});
