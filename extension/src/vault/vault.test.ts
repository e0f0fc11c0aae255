import { describe, expect, test } from 'vitest';
import { serialQueue } from '../serial-queue.ts';
import { sessionKey } from './session-key.ts';
import { openVault } from './vault.ts';
import { vaultStore } from './vault-store.ts';
import {
  accountOf,
  LOCK_AFTER_IN_MILLIS,
  PASSWORD,
  passkeyOf,
  passwordKeyOf,
  unlockedWorld,
  vaultWorld,
} from './vault.fixture.ts';
import { formatVaultFile, parseVaultFile, VAULT_FORMAT, type VaultFile } from './vault-file.ts';

const ALICE = accountOf('a', { account: 'alice' });
const BOB = accountOf('b', { account: 'bob', secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' });

type World = ReturnType<typeof vaultWorld>;

/** Changes the stored file as somebody would who can write the disk and repairs the checksum. */
async function tamper({ local }: World, change: (file: VaultFile) => VaultFile): Promise<void> {
  const parsed = await parseVaultFile(local.items.get('vault'));
  if (!parsed.ok) throw new Error(parsed.reason);
  local.items.set('vault', await formatVaultFile(change(parsed.file)));
  local.items.delete('vault.previous');
}

describe('a vault', () => {
  test('gives back its accounts after a lock and an unlock', async () => {
    const { vault } = await unlockedWorld(ALICE, BOB);
    await vault.lock();
    expect(await vault.accounts()).toBeUndefined();
    expect(await vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: true, copy: 'current' });
    expect(await vault.accounts()).toEqual([ALICE, BOB]);
  });

  test('stays open when the background is stopped and started', async () => {
    const { reopen } = await unlockedWorld(ALICE);
    expect(await reopen().accounts()).toEqual([ALICE]);
  });

  test('locks itself when its time is over, and later when it was used', async () => {
    const { vault, clock, session } = await unlockedWorld(ALICE);
    clock.now += LOCK_AFTER_IN_MILLIS - 1;
    await vault.stayUnlocked();
    clock.now += LOCK_AFTER_IN_MILLIS - 1;
    expect(await vault.accounts()).toEqual([ALICE]);
    clock.now += 1;
    expect(await vault.accounts()).toBeUndefined();
    expect(session.items.size).toBe(0);
  });

  test('locks itself sooner when its time becomes shorter, and no later when it becomes longer', async () => {
    const { local, session, clock } = await unlockedWorld(ALICE);
    let lockAfterInMillis = LOCK_AFTER_IN_MILLIS / 2;
    const vault = openVault({
      store: vaultStore(local, async () => undefined),
      session: sessionKey({ area: session, now: () => clock.now }),
      queue: serialQueue(),
      lockAfterInMillis: async () => lockAfterInMillis,
    });
    await vault.hastenLock();
    lockAfterInMillis = LOCK_AFTER_IN_MILLIS * 2;
    clock.now += LOCK_AFTER_IN_MILLIS / 2 - 1;
    await vault.hastenLock();
    expect(await vault.accounts()).toEqual([ALICE]);
    clock.now += 1;
    await vault.hastenLock();
    expect(await vault.accounts()).toBeUndefined();
  });

  test('answers by every change that was asked for before, and by none after it', async () => {
    const { vault } = await unlockedWorld(ALICE);
    const answers = await Promise.all([
      vault.accounts(),
      vault.update(() => [ALICE, BOB]),
      vault.accounts(),
      vault.changePassword(PASSWORD.passwordKeyBase64, { ...PASSWORD, passwordKeyBase64: passwordKeyOf(8) }),
      vault.isPasswordKey(PASSWORD.passwordKeyBase64),
      vault.lock(),
      vault.status(),
      vault.accounts(),
      vault.unlock(passwordKeyOf(8)),
      vault.accounts(),
    ]);
    expect(answers).toMatchObject([
      [ALICE],
      true,
      [ALICE, BOB],
      { ok: true },
      false,
      undefined,
      { state: 'locked' },
      undefined,
      { ok: true },
      [ALICE, BOB],
    ]);
  });

  test('does not wait for the time until the lock, which a policy may be long in telling', async () => {
    const { local, session, clock } = await unlockedWorld(ALICE);
    const vault = openVault({
      store: vaultStore(local, async () => undefined),
      session: sessionKey({ area: session, now: () => clock.now }),
      queue: serialQueue(),
      lockAfterInMillis: () => new Promise(() => {}),
    });
    void vault.stayUnlocked();
    expect(await vault.accounts()).toEqual([ALICE]);
  });

  test('a late sign of use never opens a locked vault', async () => {
    const { vault } = await unlockedWorld(ALICE);
    await Promise.all([vault.lock(), vault.stayUnlocked()]);
    expect(await vault.accounts()).toBeUndefined();
  });

  test('has no name and no secret in what it stores, and no key outside the session', async () => {
    const { local } = await unlockedWorld(ALICE, BOB);
    const stored = JSON.stringify([...local.items]);
    for (const text of ['alice', 'Demo', ALICE.secretBase32, PASSWORD.passwordKeyBase64])
      expect(stored).not.toContain(text);
  });

  test('changes nothing while locked', async () => {
    const { vault, local } = await unlockedWorld(ALICE);
    await vault.lock();
    const before = new Map(local.items);
    expect(await vault.update(() => [])).toBe(false);
    expect(local.items).toEqual(before);
  });
});

describe('opening', () => {
  test('a wrong password is called so, however often', async () => {
    const { vault } = await unlockedWorld(ALICE);
    await vault.lock();
    expect(await vault.unlock(passwordKeyOf(8))).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await vault.unlock(passwordKeyOf(8))).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await vault.accounts()).toBeUndefined();
  });

  test('one flipped character is damage and not a wrong password', async () => {
    const { vault, local } = await unlockedWorld();
    await vault.lock();
    local.items.set('vault', String(local.items.get('vault')).replace('"revision":1', '"revision":2'));
    expect(await vault.status()).toEqual({ state: 'corrupt' });
    expect(await vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: false, reason: 'corrupt' });
  });

  test('the copy before a damaged one is opened in its place, and the damaged one kept aside', async () => {
    const world = await unlockedWorld(ALICE);
    await world.vault.update((accounts) => [...accounts, BOB]);
    await world.vault.lock();
    world.local.items.set('vault', 'torn');
    expect((await world.vault.status()).state).toBe('locked');
    expect(await world.vault.unlock(passwordKeyOf(8))).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await world.vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: true, copy: 'previous' });
    expect(await world.vault.accounts()).toEqual([ALICE]);
    expect(world.local.items.get('vault.damaged')).toBe('torn');
  });

  test('a damaged copy stays aside until who may open the vault changes: it would still open as it did', async () => {
    const changes: readonly ((vault: World['vault']) => Promise<unknown>)[] = [
      (vault) => vault.changePassword(PASSWORD.passwordKeyBase64, { ...PASSWORD, passwordKeyBase64: passwordKeyOf(8) }),
      (vault) => vault.addPasskey(PASSWORD.passwordKeyBase64, passkeyOf(6), 0),
      (vault) => vault.removePasskey(),
    ];
    for (const change of changes) {
      const { vault, local } = await unlockedWorld(ALICE);
      await vault.addPasskey(PASSWORD.passwordKeyBase64, passkeyOf(5), 0);
      await vault.lock();
      const damaged = `${String(local.items.get('vault'))}!`;
      local.items.set('vault', damaged);
      await vault.unlock(PASSWORD.passwordKeyBase64);
      await vault.update((accounts) => [...accounts, BOB]);
      expect(local.items.get('vault.damaged')).toBe(damaged);
      expect(await change(vault)).toEqual({ ok: true });
      expect(local.items.get('vault.damaged')).toBe('');
      expect(await vault.accounts()).toEqual([ALICE, BOB]);
    }
  });

  test('a vault of a newer version is left alone', async () => {
    const { vault, local } = await unlockedWorld(ALICE);
    await vault.lock();
    const json = JSON.stringify({ format: VAULT_FORMAT + 1 });
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json));
    local.items.set('vault', `${Buffer.from(digest).toString('hex')}\n${json}`);
    expect(await vault.status()).toEqual({ state: 'newer-format' });
    expect(await vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: false, reason: 'newer-format' });
    expect(await vault.create(PASSWORD)).toEqual({ ok: false, reason: 'vault-exists' });
  });
});

describe('another password', () => {
  const NEXT = { ...PASSWORD, passwordKeyBase64: passwordKeyOf(9) };

  test('opens the vault from then on, and the old one neither copy of it', async () => {
    const world = await unlockedWorld(ALICE, BOB);
    expect(await world.vault.changePassword(PASSWORD.passwordKeyBase64, NEXT)).toEqual({ ok: true });
    expect(await world.vault.accounts()).toEqual([ALICE, BOB]);
    await world.vault.lock();
    expect(await world.vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: false, reason: 'wrong-password' });
    world.local.items.set('vault', 'torn');
    expect(await world.vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await world.vault.unlock(NEXT.passwordKeyBase64)).toEqual({ ok: true, copy: 'previous' });
    expect(await world.vault.accounts()).toEqual([ALICE, BOB]);
  });

  test('takes the one so far, and parameters within bounds', async () => {
    const { vault, local } = await unlockedWorld(ALICE);
    const before = new Map(local.items);
    expect(await vault.changePassword(passwordKeyOf(8), NEXT)).toEqual({ ok: false, reason: 'wrong-password' });
    const cheap = { ...NEXT, parameters: { ...NEXT.parameters, memoryInKiB: 1 } };
    expect(await vault.changePassword(PASSWORD.passwordKeyBase64, cheap)).toEqual({
      ok: false,
      reason: 'bad-parameters',
    });
    await vault.lock();
    expect(await vault.changePassword(PASSWORD.passwordKeyBase64, NEXT)).toEqual({ ok: false, reason: 'locked' });
    expect(local.items).toEqual(before);
  });
});

describe('somebody who can write the disk', () => {
  const attacks: Record<string, (file: VaultFile) => VaultFile> = {
    'swaps the records of two accounts': (file) => ({
      ...file,
      records: { a: file.records['b']!, b: file.records['a']! },
    }),
    'removes a record': (file) => ({ ...file, records: { a: file.records['a']! } }),
    'adds a copy of a record': (file) => ({ ...file, records: { ...file.records, c: file.records['a']! } }),
    'claims another version of a record': (file) => ({
      ...file,
      records: { ...file.records, a: { ...file.records['a']!, version: 9 } },
    }),
    'claims another revision': (file) => ({ ...file, revision: file.revision + 1 }),
  };
  test.each(Object.keys(attacks))('%s: the vault is called damaged', async (name) => {
    const world = await unlockedWorld(ALICE, BOB);
    await world.vault.lock();
    await tamper(world, attacks[name]!);
    expect(await world.vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: false, reason: 'corrupt' });
  });

  test('weakens the parameters of the password key: the password no longer fits', async () => {
    const world = await unlockedWorld(ALICE);
    await tamper(world, (file) => ({ ...file, passwordKey: { ...file.passwordKey, iterations: 1 } }));
    expect(await world.vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: false, reason: 'wrong-password' });
  });

  test('puts back an old record: the vault is called damaged', async () => {
    const world = await unlockedWorld(ALICE);
    const old = await parseVaultFile(world.local.items.get('vault'));
    await world.vault.update(([account]) => [{ ...account!, account: 'renamed' }]);
    await world.vault.lock();
    await tamper(world, (file) => ({ ...file, records: old.ok ? old.file.records : {} }));
    expect(await world.vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: false, reason: 'corrupt' });
  });
});

describe('writing', () => {
  test('two writers at once lose nothing', async () => {
    const { vault } = await unlockedWorld();
    const ids = Array.from({ length: 20 }, (_, number) => `account-${number}`);
    await Promise.all(ids.map((id) => vault.update((accounts) => [...accounts, accountOf(id)])));
    expect((await vault.accounts())?.map(({ id }) => id)).toEqual(ids);
  });

  test('another background is seen at once, however much this one remembers', async () => {
    const { vault, reopen } = await unlockedWorld(ALICE);
    const other = reopen();
    expect(await vault.accounts()).toEqual([ALICE]);
    await other.update((accounts) => [...accounts, BOB]);
    expect(await vault.accounts()).toEqual([ALICE, BOB]);
    await vault.update(([alice, ...rest]) => [{ ...alice!, issuer: 'Renamed' }, ...rest]);
    expect(await other.accounts()).toMatchObject([{ issuer: 'Renamed' }, { id: 'b' }]);
  });

  test('a change that fails leaves the next one its turn', async () => {
    const { vault } = await unlockedWorld(ALICE);
    const failing = vault.update(() => {
      throw new RangeError('no');
    });
    const following = vault.update((accounts) => [...accounts, BOB]);
    await expect(failing).rejects.toThrow(RangeError);
    expect(await following).toBe(true);
    expect(await vault.accounts()).toEqual([ALICE, BOB]);
  });

  test('an empty vault never takes the place of a full one by accident', async () => {
    const { vault } = await unlockedWorld(ALICE);
    await expect(vault.update(() => [])).rejects.toMatchObject({ code: 'would-become-empty' });
    expect(await vault.create(PASSWORD)).toEqual({ ok: false, reason: 'vault-exists' });
    expect(await vault.accounts()).toEqual([ALICE]);
  });

  test('the last account can be removed on purpose', async () => {
    const { vault } = await unlockedWorld(ALICE);
    expect(await vault.update(() => [], { removes: true })).toBe(true);
    expect(await vault.accounts()).toEqual([]);
  });

  test('nothing is written over a vault that cannot be read', async () => {
    const { vault, local } = await unlockedWorld(ALICE);
    local.items.set('vault', 'torn');
    await expect(vault.update((accounts) => [...accounts, BOB])).rejects.toMatchObject({ code: 'over-unreadable' });
    expect(await vault.create(PASSWORD)).toEqual({ ok: false, reason: 'vault-exists' });
    expect(local.items.get('vault')).toBe('torn');
  });

  test('a write that does not come back is an error and not a success', async () => {
    const { vault, local } = await unlockedWorld(ALICE);
    local.set = async () => {};
    await expect(vault.update((accounts) => [...accounts, BOB])).rejects.toMatchObject({ code: 'not-read-back' });
  });

  test('where there is no room nothing is written, and nothing is lost', async () => {
    const { vault, local, disk } = await unlockedWorld(ALICE);
    const before = new Map(local.items);
    disk.freeBytes = 10;
    await expect(vault.update((accounts) => [...accounts, BOB])).rejects.toMatchObject({ code: 'no-room' });
    disk.freeBytes = undefined;
    local.set = async () => Promise.reject(new Error('IO error: No space left on device'));
    await expect(vault.update((accounts) => [...accounts, BOB])).rejects.toMatchObject({ code: 'not-stored' });
    expect(local.items).toEqual(before);
    expect(await vault.accounts()).toEqual([ALICE]);
  });

  test('a record that did not change is not encrypted anew', async () => {
    const { vault, local } = await unlockedWorld(ALICE);
    const before = await parseVaultFile(local.items.get('vault'));
    await vault.update((accounts) => [...accounts, BOB]);
    const after = await parseVaultFile(local.items.get('vault'));
    expect(after.ok && before.ok && after.file.records['a']).toEqual(before.ok && before.file.records['a']);
  });
});
