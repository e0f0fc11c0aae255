import { describe, expect, test } from 'vitest';
import { NOTHING_ALLOWED } from '../account-bindings.ts';
import type { ImportedExport } from '../import/import-result.ts';
import { storageItem } from '../storage-item.ts';
import type { Account } from '../vault/account.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { accountOf, KEY, STEP_BEGINS_AT, unlockedWorld } from '../vault/vault.fixture.ts';
import type { BackupRecord } from './backup-requests.ts';
import { importRequests, NO_IMPORT } from './import-requests.ts';

const OTHER = { ...KEY, issuer: 'Shop', secretBase32: 'KRUGS4ZANFZSAYJAKRUGS4ZANFZSAYJA' };

function exportOf(...keys: readonly ImportedExport['entries'][number]['key'][]): ImportedExport {
  return { entries: keys.map((key) => ({ key, trashed: false })), rejected: [], skipped: 0, batches: [] };
}

async function requestsOn(...accounts: readonly Account[]) {
  const { vault, session } = await unlockedWorld(...accounts);
  const lastImport = storageItem({ area: session, key: 'lastImport', fallback: NO_IMPORT });
  let ids = 0;
  const backup = storageItem<BackupRecord>({ area: session, key: 'backup', fallback: { accountIds: ['a'] } });
  const ports = { vault, lastImport, backup, now: () => STEP_BEGINS_AT, randomId: () => `id-${(ids += 1)}` };
  return { vault, backup, session, lastImport, ...importRequests(ports) };
}

const FORMER = {
  type: 'totp',
  secretBase32: 'KRUGS4ZANFZSAYJA',
  algorithm: 'SHA1',
  digits: 6,
  periodInSeconds: 30,
  replacedAtInMillis: 1,
} as const;

test('a preview says what would happen, holds no secret and writes nothing', async () => {
  const { vault, previewImport } = await requestsOn(accountOf('a'));
  const hotp = { ...OTHER, type: 'hotp' as const, issuer: 'Counter' };
  const answer = await previewImport({ imported: exportOf(KEY, OTHER, OTHER, hotp) });
  expect(answer).toEqual({
    ok: true,
    preview: {
      accepted: [{ issuer: 'Shop', account: 'alice', origins: [] }],
      duplicates: [
        { issuer: 'Demo', account: 'alice', heldBy: 'vault', bringsCodes: false },
        { issuer: 'Shop', account: 'alice', heldBy: 'file', bringsCodes: false },
      ],
      rejected: [expect.objectContaining({ reason: 'unsupported-type' })],
      skipped: 0,
      batches: [],
    },
  });
  expect(JSON.stringify(answer)).not.toContain(OTHER.secretBase32);
  expect(await vault.accounts()).toHaveLength(1);
});

test('an import adds what is new, and a second one nothing', async () => {
  const { vault, importAccounts } = await requestsOn(accountOf('a'));
  expect(await importAccounts({ imported: exportOf(KEY, OTHER) })).toEqual({ ok: true, added: 1, restored: 0 });
  expect(await importAccounts({ imported: exportOf(KEY, OTHER) })).toEqual({ ok: true, added: 0, restored: 0 });
  expect(await vault.accounts()).toMatchObject([{ id: 'a' }, { issuer: 'Shop', origins: [], state: 'active' }]);
});

test('accounts that come from a backup are in one that opens; those of another app are in none', async () => {
  const { backup, importAccounts } = await requestsOn(accountOf('a'));
  await importAccounts({ imported: exportOf(OTHER) });
  expect(await backup.get()).toEqual({ accountIds: ['a'] });
  await importAccounts({
    imported: exportOf({ ...OTHER, secretBase32: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK' }),
    isBackup: true,
  });
  expect(await backup.get()).toEqual({ accountIds: ['a', 'id-2'], triedAtInMillis: STEP_BEGINS_AT });
});

test('what a backup says of an account comes along', async () => {
  const { vault, importAccounts } = await requestsOn();
  const said = {
    tags: ['work'],
    foundAs: { issuer: 'shop.example', account: 'a' },
    recoveryCodes: [{ code: '3f9c1-a07be', isUsed: true }],
    formerKeys: [FORMER],
  };
  await importAccounts({ imported: { ...exportOf(), entries: [{ key: OTHER, trashed: false, ...said }] } });
  expect(await vault.accounts()).toMatchObject([{ issuer: 'Shop', ...said }]);
});

test('an account that waited for its site when the backup was made waits still, and renews the active one', async () => {
  const { vault, importAccounts } = await requestsOn();
  const bindings = { ...NOTHING_ALLOWED, origins: ['https://id.example'] };
  const successor = { ...KEY, secretBase32: OTHER.secretBase32 };
  const entries = [
    { key: KEY, trashed: false, bindings },
    { key: successor, trashed: false, bindings, state: 'staged' as const },
  ];
  expect(await importAccounts({ imported: { ...exportOf(), entries } })).toMatchObject({ added: 2 });
  expect(await vault.accounts()).toMatchObject([{ state: 'active' }, { id: 'id-2', state: 'staged' }]);
  await vault.update((accounts) => commitAccount(accounts, 'id-2', { begunElsewhere: [], nowInMillis: 0 }));
  expect(await vault.accounts()).toMatchObject([{ id: 'id-2', state: 'active' }]);
});

test.each([
  ['all of its domains', { coversDomains: true }, ['shop.example', 'partner.example']],
  ['one of them', { coveredDomains: ['shop.example'] }, ['shop.example']],
  ['one that it has no site of', { coveredDomains: ['later.example'] }, []],
])('an account of a backup that covers %s', async (_name, cover, coveredDomains) => {
  const { vault, importAccounts } = await requestsOn();
  const origins = ['https://id.shop.example', 'https://partner.example'];
  const { coveredDomains: _, ...nothing } = NOTHING_ALLOWED;
  const entry = { key: OTHER, trashed: false, bindings: { ...nothing, origins, ...cover } };
  await importAccounts({ imported: { ...exportOf(), entries: [entry] } });
  const { secretBase32, issuer } = OTHER;
  expect(await vault.accounts()).toEqual([
    accountOf('id-1', { secretBase32, issuer, origins, coveredDomains, createdAtInMillis: STEP_BEGINS_AT }),
  ]);
});

test('undo takes back the newest import alone, also when it was the first thing in the vault', async () => {
  const { vault, importAccounts, undoImport } = await requestsOn();
  await importAccounts({ imported: exportOf(OTHER) });
  expect(await undoImport()).toEqual({ ok: true, removed: 1, stripped: 0 });
  expect(await vault.accounts()).toEqual([]);
  await importAccounts({ imported: exportOf(OTHER) });
  await importAccounts({ imported: exportOf(KEY) });
  await importAccounts({ imported: exportOf(KEY, OTHER) });
  expect(await undoImport()).toEqual({ ok: true, removed: 1, stripped: 0 });
  expect(await vault.accounts()).toMatchObject([{ issuer: 'Shop' }]);
  expect(await undoImport()).toEqual({ ok: true, removed: 0, stripped: 0 });
});

test('as long as there is something to undo, it is said', async () => {
  const { vault, session, importAccounts, canUndoImport, undoImport } = await requestsOn(accountOf('a'));
  expect(await canUndoImport()).toBe(false);
  await importAccounts({ imported: exportOf(OTHER) });
  expect(await canUndoImport()).toBe(true);
  const unlocked = await session.get(['unlocked']);
  await vault.lock();
  expect(await canUndoImport()).toBe(false);
  await session.set(unlocked);
  expect(await canUndoImport(), 'after a lock').toBe(true);
  await undoImport();
  expect(await canUndoImport()).toBe(false);
  await importAccounts({ imported: exportOf(OTHER) });
  await vault.update((accounts) => accounts.filter(({ id }) => id === 'a'));
  expect(await canUndoImport(), 'of accounts that were removed by hand').toBe(false);
});

test('an import that is asked for twice at once is made once, and can be undone', async () => {
  const { vault, importAccounts, undoImport } = await requestsOn(accountOf('a'));
  const input = { imported: exportOf(OTHER) };
  expect(await Promise.all([importAccounts(input), importAccounts(input)])).toEqual([
    { ok: true, added: 1, restored: 0 },
    { ok: true, added: 0, restored: 0 },
  ]);
  expect(await undoImport()).toEqual({ ok: true, removed: 1, stripped: 0 });
  expect(await vault.accounts()).toMatchObject([{ id: 'a' }]);
});

test.each(['the vault is locked', 'the accounts have come otherwise', 'nothing can be written'])(
  'an import that adds nothing because %s meanwhile leaves the one before it to be undone',
  async (why) => {
    const third = { ...OTHER, secretBase32: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK' };
    const { vault, lastImport, importAccounts } = await requestsOn(accountOf('a'));
    await importAccounts({ imported: exportOf(OTHER) });
    const before = await lastImport.get();
    const { update } = vault;
    vault.update = async (change) => {
      if (why === 'the vault is locked') return false;
      if (why === 'nothing can be written') throw new Error(why);
      await update((accounts) => [...accounts, accountOf('b', { secretBase32: third.secretBase32 })]);
      return update(change);
    };
    const importing = importAccounts({ imported: exportOf(third) });
    await (why === 'nothing can be written' ? expect(importing).rejects.toThrow(why) : importing);
    expect(await lastImport.get()).toEqual(before);
  },
);

describe('recovery codes of an account that is there already', () => {
  const CODES = [
    { code: '3f9c1-a07be', isUsed: true },
    { code: '77d02-91c4e', isUsed: false },
  ];
  /** The same key under two names, of which one has codes. */
  const FILE = {
    ...exportOf(),
    entries: [
      { key: KEY, trashed: false, recoveryCodes: CODES },
      { key: { ...KEY, account: 'again' }, trashed: false },
    ],
  };

  test('come to one that has none, and go with the undo, used or not', async () => {
    const { vault, session, backup, previewImport, importAccounts, undoImport } = await requestsOn(accountOf('a'));
    expect(await previewImport({ imported: FILE })).toMatchObject({
      preview: { accepted: [], duplicates: [{ heldBy: 'vault', bringsCodes: true }, { heldBy: 'vault' }] },
    });
    expect(await importAccounts({ imported: FILE, isBackup: true })).toEqual({ ok: true, added: 0, restored: 1 });
    expect(await vault.accounts()).toMatchObject([{ id: 'a', recoveryCodes: CODES }]);
    expect((await backup.get()).accountIds).toContain('a');
    expect(JSON.stringify(await session.get(['lastImport']))).not.toContain('a07be');
    expect(await importAccounts({ imported: FILE })).toEqual({ ok: true, added: 0, restored: 0 });
    await vault.update((accounts) => accounts.map((account) => ({ ...account, recoveryCodes: crossedOff(account) })));
    expect(await undoImport()).toEqual({ ok: true, removed: 0, stripped: 1 });
    expect(await vault.accounts()).toMatchObject([{ id: 'a', recoveryCodes: [] }]);
    expect(await undoImport()).toEqual({ ok: true, removed: 0, stripped: 0 });
  });

  test('leave those alone that it has', async () => {
    const own = [{ code: 'newer', isUsed: false }];
    const { vault, previewImport, importAccounts } = await requestsOn({ ...accountOf('a'), recoveryCodes: own });
    expect(await previewImport({ imported: FILE })).toMatchObject({
      preview: { duplicates: [{ heldBy: 'vault', bringsCodes: false }, { heldBy: 'vault' }] },
    });
    expect(await importAccounts({ imported: FILE })).toEqual({ ok: true, added: 0, restored: 0 });
    expect(await vault.accounts()).toMatchObject([{ recoveryCodes: own }]);
  });

  test('the undo leaves what the site has handed out since, and other accounts', async () => {
    const other = { ...accountOf('b'), secretBase32: OTHER.secretBase32, recoveryCodes: CODES };
    const { vault, importAccounts, undoImport } = await requestsOn(accountOf('a'), other);
    await importAccounts({ imported: FILE });
    const fresh = [{ code: 'fresh', isUsed: false }];
    await vault.update((accounts) =>
      accounts.map((account) => (account.id === 'a' ? { ...account, recoveryCodes: fresh } : account)),
    );
    expect(await undoImport()).toEqual({ ok: true, removed: 0, stripped: 0 });
    expect(await vault.accounts()).toMatchObject([{ recoveryCodes: fresh }, { recoveryCodes: CODES }]);
  });
});

function crossedOff({ recoveryCodes }: Account): Account['recoveryCodes'] {
  return recoveryCodes.map(({ code }) => ({ code, isUsed: true }));
}

test('a locked vault imports nothing and shows nothing', async () => {
  const { vault, previewImport, importAccounts, undoImport } = await requestsOn();
  await vault.lock();
  const locked = { ok: false, reason: 'locked' };
  expect(await previewImport({ imported: exportOf(KEY) })).toEqual(locked);
  expect(await importAccounts({ imported: exportOf(KEY) })).toEqual(locked);
  expect(await undoImport()).toEqual(locked);
});
