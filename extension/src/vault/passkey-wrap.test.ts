import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToBase64 } from '../base64.ts';
import { FORMAT_1 } from './format-1.fixture.ts';
import { FORMAT_2 } from './format-2.fixture.ts';
import { accountOf, PASSWORD, passkeyOf, passwordKeyOf, unlockedWorld, vaultWorld } from './vault.fixture.ts';
import type { Vault } from './vault.ts';
import { formatVaultFile, parseVaultFile, type VaultFile, type VaultPasskey } from './vault-file.ts';

const ALICE = accountOf('a', { account: 'alice' });
const BOB = accountOf('b', { account: 'bob' });
const PASSKEY = passkeyOf(5);
const { passkeyKeyBase64: KEY, ...SHOWN } = PASSKEY;
const { passwordKeyBase64 } = PASSWORD;
const NEXT = { ...PASSWORD, passwordKeyBase64: passwordKeyOf(9) };

type World = ReturnType<typeof vaultWorld>;

async function worldWithPasskey() {
  const world = await unlockedWorld(ALICE, BOB);
  expect(await world.vault.addPasskey(passwordKeyBase64, PASSKEY, 1)).toEqual({ ok: true });
  return world;
}

async function fileIn({ local }: Pick<World, 'local'>, key: 'vault' | 'vault.previous'): Promise<VaultFile> {
  const parsed = await parseVaultFile(local.items.get(key));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.file;
}

async function passkeysIn(world: World): Promise<readonly (VaultPasskey | undefined)[]> {
  return Promise.all((['vault', 'vault.previous'] as const).map(async (key) => (await fileIn(world, key)).passkey));
}

/** Changes the stored file as somebody would who can write the disk and repairs the checksum. */
async function tamper(world: World, change: (file: VaultFile) => object): Promise<void> {
  world.local.items.set('vault', await formatVaultFile(change(await fileIn(world, 'vault')) as VaultFile));
  world.local.items.delete('vault.previous');
}

function other(file: VaultFile, changes: Partial<VaultPasskey>): object {
  return { ...file, passkey: { ...file.passkey!, ...changes } };
}

async function shownPasskey(vault: Vault) {
  const status = await vault.status();
  return 'passkey' in status ? status.passkey : undefined;
}

describe('a passkey', () => {
  test('opens the vault, and so does the password', async () => {
    const { vault } = await worldWithPasskey();
    await vault.lock();
    expect(await vault.unlockWithPasskey(KEY)).toEqual({ ok: true, copy: 'current' });
    expect(await vault.accounts()).toEqual([ALICE, BOB]);
    await vault.lock();
    expect(await vault.unlock(passwordKeyBase64)).toEqual({ ok: true, copy: 'current' });
  });

  test('opens the copy before a damaged one, also when nothing was written since it was added', async () => {
    const { vault, local } = await worldWithPasskey();
    await vault.lock();
    local.items.set('vault', 'torn');
    expect(await shownPasskey(vault)).toEqual({ ...SHOWN, createdAtInMillis: 1 });
    expect(await vault.unlockWithPasskey(passwordKeyOf(6))).toEqual({ ok: false, reason: 'wrong-passkey' });
    expect(await vault.unlockWithPasskey(KEY)).toEqual({ ok: true, copy: 'previous' });
    expect(await vault.accounts()).toEqual([ALICE, BOB]);
    expect(await shownPasskey(vault)).toEqual({ ...SHOWN, createdAtInMillis: 1 });
  });

  test('stays in both copies with another password, and the old password opens neither', async () => {
    const world = await worldWithPasskey();
    const [before] = await passkeysIn(world);
    expect(await world.vault.changePassword(passwordKeyBase64, NEXT)).toEqual({ ok: true });
    expect(await passkeysIn(world)).toEqual([before, before]);
    await world.vault.lock();
    expect(await world.vault.unlock(passwordKeyBase64)).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await world.vault.unlockWithPasskey(KEY)).toEqual({ ok: true, copy: 'current' });
  });

  test('stays with every change of the accounts', async () => {
    const world = await worldWithPasskey();
    const [before] = await passkeysIn(world);
    for (const id of ['c', 'd']) await world.vault.update((accounts) => [...accounts, accountOf(id)]);
    expect(await passkeysIn(world)).toEqual([before, before]);
  });

  test('takes the place of the one before', async () => {
    const { vault } = await worldWithPasskey();
    await vault.addPasskey(passwordKeyBase64, passkeyOf(6), 2);
    await vault.lock();
    expect(await vault.unlockWithPasskey(KEY)).toEqual({ ok: false, reason: 'wrong-passkey' });
    expect(await vault.unlockWithPasskey(passkeyOf(6).passkeyKeyBase64)).toEqual({ ok: true, copy: 'current' });
  });

  test('is gone from both copies when it is removed', async () => {
    const world = await worldWithPasskey();
    expect(await world.vault.removePasskey()).toEqual({ ok: true });
    expect(await passkeysIn(world)).toEqual([undefined, undefined]);
    expect(JSON.stringify([...world.local.items])).not.toContain(PASSKEY.credentialIdBase64);
    await world.vault.lock();
    for (const damage of [false, true]) {
      if (damage) world.local.items.set('vault', 'torn');
      expect(await world.vault.unlockWithPasskey(KEY)).toEqual({ ok: false, reason: 'wrong-passkey' });
    }
    expect(await world.vault.unlock(passwordKeyBase64)).toEqual({ ok: true, copy: 'previous' });
    expect(await world.vault.accounts()).toEqual([ALICE, BOB]);
  });

  test('is not kept in the clear, and is no password', async () => {
    const { vault, local } = await worldWithPasskey();
    expect(JSON.stringify([...local.items])).not.toContain(KEY);
    expect(await vault.isPasswordKey(KEY)).toBe(false);
    expect(await vault.changePassword(KEY, NEXT)).toEqual({ ok: false, reason: 'wrong-password' });
    await vault.lock();
    expect(await vault.unlock(KEY)).toEqual({ ok: false, reason: 'wrong-password' });
    expect(await vault.unlockWithPasskey(passwordKeyBase64)).toEqual({ ok: false, reason: 'wrong-passkey' });
  });
});

describe('adding a passkey', () => {
  test('takes the password, an open vault, and parts of the right sizes', async () => {
    const { vault, local } = await unlockedWorld(ALICE);
    const before = new Map(local.items);
    expect(await vault.addPasskey(passwordKeyOf(8), PASSKEY, 1)).toEqual({ ok: false, reason: 'wrong-password' });
    for (const bad of [
      { passkeyKeyBase64: bytesToBase64(new Uint8Array(16)) },
      { passkeyKeyBase64: 'no Base64' },
      { prfSaltBase64: bytesToBase64(new Uint8Array(16)) },
      { credentialIdBase64: '' },
      { transports: ['USB'] },
    ]) {
      const passkey = { ...PASSKEY, ...bad };
      expect(await vault.addPasskey(passwordKeyBase64, passkey, 1)).toEqual({ ok: false, reason: 'bad-passkey' });
    }
    await vault.lock();
    expect(await vault.addPasskey(passwordKeyBase64, PASSKEY, 1)).toEqual({ ok: false, reason: 'locked' });
    expect(await vault.removePasskey()).toEqual({ ok: false, reason: 'locked' });
    expect(local.items).toEqual(before);
  });

  test('what is no key opens nothing, whatever it is', async () => {
    const { vault } = await worldWithPasskey();
    await vault.lock();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.base64String()), async (sent) => {
        const answer = await vault.unlockWithPasskey(sent as string);
        expect(answer).toEqual({ ok: false, reason: expect.stringMatching(/^(?:bad|wrong)-passkey$/) });
      }),
    );
    expect(await vault.accounts()).toBeUndefined();
  });
});

describe('somebody who can write the disk', () => {
  test.each<[string, (file: VaultFile) => object]>([
    ['another salt', (file) => other(file, { prfSaltBase64: passkeyOf(6).prfSaltBase64 })],
    ['another passkey', (file) => other(file, { credentialIdBase64: passkeyOf(6).credentialIdBase64 })],
    ['another time', (file) => other(file, { createdAtInMillis: 2 })],
    ['another transport', (file) => other(file, { transports: ['usb'] })],
    ['the wrap of the password', (file) => other(file, { wrappedDataKey: file.wrappedDataKey })],
    ['no passkey', (file) => ({ ...file, passkey: undefined })],
  ])('puts in %s: the passkey no longer fits, and the password does', async (_, change) => {
    const world = await worldWithPasskey();
    await world.vault.lock();
    await tamper(world, change);
    expect(await world.vault.unlockWithPasskey(KEY)).toEqual({ ok: false, reason: 'wrong-passkey' });
    expect(await world.vault.unlock(passwordKeyBase64)).toEqual({ ok: true, copy: 'current' });
  });

  test.each<[string, (file: VaultFile) => object]>([
    ['a passkey that is none', (file) => ({ ...file, passkey: null })],
    ['a salt that is too short', (file) => other(file, { prfSaltBase64: 'AAAA' })],
    ['a wrap that is none', (file) => other(file, { wrappedDataKey: {} as never })],
    ['a record that is missing', (file) => ({ ...file, records: { a: file.records['a'] } })],
  ])('puts in %s: the vault is called damaged', async (_, change) => {
    const world = await worldWithPasskey();
    await world.vault.lock();
    await tamper(world, change);
    expect(await world.vault.unlockWithPasskey(KEY)).toEqual({ ok: false, reason: 'corrupt' });
  });

  test('flips a character: damage, and not a wrong passkey', async () => {
    const world = await worldWithPasskey();
    await world.vault.lock();
    for (const key of ['vault', 'vault.previous'] as const)
      world.local.items.set(key, String(world.local.items.get(key)).replace('"internal"', '"usb"'));
    expect(await world.vault.unlockWithPasskey(KEY)).toEqual({ ok: false, reason: 'corrupt' });
  });
});

describe('the stored form', () => {
  test.each([
    ['1', FORMAT_1],
    ['2 without passkeys', FORMAT_2],
  ])('a vault of format %s opens as before, and takes a passkey', async (_, text) => {
    const { vault, local } = vaultWorld();
    local.items.set('vault', text);
    expect(await vault.unlock(passwordKeyBase64)).toEqual({ ok: true, copy: 'current' });
    expect(await shownPasskey(vault)).toBeUndefined();
    const accounts = await vault.accounts();
    expect(accounts?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await vault.addPasskey(passwordKeyBase64, PASSKEY, 1)).toEqual({ ok: true });
    await vault.lock();
    expect(await vault.unlockWithPasskey(KEY)).toEqual({ ok: true, copy: 'current' });
    expect(await vault.accounts()).toEqual(accounts);
  });

  test('a vault without a passkey is written as a version wrote it that knew none', async () => {
    const world = await unlockedWorld(ALICE);
    const members = ['format', 'index', 'passwordKey', 'records', 'revision', 'wrappedDataKey'];
    expect(Object.keys(await fileIn(world, 'vault')).toSorted()).toEqual(members);
    await world.vault.addPasskey(passwordKeyBase64, PASSKEY, 1);
    await world.vault.removePasskey();
    expect(Object.keys(await fileIn(world, 'vault')).toSorted()).toEqual(members);
  });

  test('what a later version has added beside it is kept with every write, as this one is by an earlier version', async () => {
    const world = await worldWithPasskey();
    const { vault } = world;
    await vault.lock();
    await tamper(world, (file) => ({ ...file, later: { kept: true } }));
    await vault.unlockWithPasskey(KEY);
    await vault.update((accounts) => [...accounts, accountOf('c')]);
    await vault.changePassword(passwordKeyBase64, NEXT);
    await vault.removePasskey();
    for (const key of ['vault', 'vault.previous'] as const)
      expect(await fileIn(world, key)).toMatchObject({ later: { kept: true } });
  });
});
