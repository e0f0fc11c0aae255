import { expect, test } from 'vitest';
import { readExport } from '../import/read-export.ts';
import type { ImportedExport } from '../import/import-result.ts';
import { derivePasswordKey } from '../password-key/derive-password-key.ts';
import { storageItem } from '../storage-item.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';
import { accountOf, PASSWORD, passwordKeyOf, unlockedWorld } from '../vault/vault.fixture.ts';
import { type BackupRecord, backupRequests } from './backup-requests.ts';

const CHEAP = { ...PASSWORD.parameters, memoryInKiB: 8192, iterations: 1 };
const BACKUP = { passwordKeyBase64: await derivePasswordKey('of the backup', CHEAP), parameters: CHEAP };
const { passwordKeyBase64 } = PASSWORD;

const shop = accountOf('b', { issuer: 'Shop', secretBase32: 'KRUGS4ZANFZSAYJAKRUGS4ZANFZSAYJA' });
const steam = accountOf('c', { issuer: 'Steam', type: 'steam', digits: 5 });

async function requestsOn(...accounts: readonly Account[]) {
  const { vault, local, clock } = await unlockedWorld(...accounts);
  const backup = storageItem<BackupRecord>({ area: local, key: 'backup', fallback: { accountIds: [] } });
  const policy = { exportAllowed: true, minPasswordLength: 10 };
  return {
    vault,
    clock,
    policy,
    ...backupRequests({ vault, backup, policy: async () => policy, now: () => clock.now, randomBatchId: () => 7 }),
  };
}

async function readBackup(file: string): Promise<ImportedExport> {
  const result = await readExport({ bytes: new TextEncoder().encode(file), password: 'of the backup' });
  if (!result.ok) throw new Error(result.error);
  return result;
}

test('an open vault alone gives no secret away', async () => {
  const { vault, saveBackup, exportAccounts, backupStatus } = await requestsOn(accountOf('a'));
  const another = { passwordKeyBase64: passwordKeyOf(8) };
  expect(await saveBackup({ ...another, backup: BACKUP })).toEqual({ ok: false, reason: 'wrong-password' });
  for (const form of ['otpauth', 'migration'] as const) {
    expect(await exportAccounts({ ...another, form })).toEqual({ ok: false, reason: 'wrong-password' });
  }
  await vault.lock();
  expect(await saveBackup({ passwordKeyBase64, backup: BACKUP })).toEqual({ ok: false, reason: 'locked' });
  expect(await exportAccounts({ passwordKeyBase64, form: 'otpauth' })).toEqual({ ok: false, reason: 'locked' });
  expect(await backupStatus()).toEqual({ ok: false, reason: 'locked' });
});

test('parameters out of bounds make no backup', async () => {
  const { saveBackup } = await requestsOn(accountOf('a'));
  const backup = { ...BACKUP, parameters: { ...CHEAP, memoryInKiB: 1 } };
  expect(await saveBackup({ passwordKeyBase64, backup })).toEqual({ ok: false, reason: 'bad-parameters' });
});

test('a backup is due until one was tried, and again with the next account', async () => {
  const { vault, clock, backupStatus, saveBackup, tryBackup, putBackupOff } = await requestsOn(accountOf('a'));
  expect(await backupStatus()).toMatchObject({ savedAtInMillis: undefined, newer: 1, isDue: true });

  await putBackupOff();
  expect(await backupStatus()).toMatchObject({ isDue: false });
  clock.now += 8 * 24 * 60 * 60 * 1000;
  await vault.unlock(passwordKeyBase64);
  expect(await backupStatus()).toMatchObject({ isDue: true });

  const saved = await saveBackup({ passwordKeyBase64, backup: BACKUP });
  expect(await backupStatus()).toMatchObject({
    savedAtInMillis: clock.now,
    triedAtInMillis: undefined,
    newer: 0,
    isDue: true,
  });
  const imported = await readBackup(saved.ok ? saved.file : '');
  expect(await tryBackup({ imported })).toEqual({ ok: true, held: 1, missing: [] });
  expect(await backupStatus()).toMatchObject({ triedAtInMillis: clock.now, isDue: false });

  await vault.update((accounts) => [...accounts, shop]);
  expect(await backupStatus()).toMatchObject({ newer: 1, isDue: true });
  expect(await tryBackup({ imported })).toEqual({
    ok: true,
    held: 1,
    missing: [{ issuer: 'Shop', account: 'alice' }],
  });
});

test('a backup without the recovery codes of an account lacks that account', async () => {
  const { vault, saveBackup, tryBackup } = await requestsOn(accountOf('a'), shop);
  const saveAndRead = async () => {
    const saved = await saveBackup({ passwordKeyBase64, backup: BACKUP });
    return readBackup(saved.ok ? saved.file : '');
  };
  const before = await saveAndRead();
  const recoveryCodes = [{ code: '3f9c1-a07be', isUsed: false }];
  await vault.update(([a, ...rest]) => [{ ...a!, recoveryCodes }, ...rest]);
  const missing = [{ issuer: 'Demo', account: 'alice' }];
  expect(await tryBackup({ imported: before })).toEqual({ ok: true, held: 1, missing });
  expect(await tryBackup({ imported: await saveAndRead() })).toEqual({ ok: true, held: 2, missing: [] });
});

test('an empty vault needs no backup, and no file makes it one that was tried', async () => {
  const { backupStatus, tryBackup } = await requestsOn();
  const imported = { entries: [], rejected: [], skipped: 0, batches: [] };
  expect(await tryBackup({ imported })).toEqual({ ok: true, held: 0, missing: [] });
  expect(await backupStatus()).toMatchObject({ triedAtInMillis: undefined, isDue: false });
});

test('exports hold every account, or say which they can not hold', async () => {
  const recoveryCodes = [{ code: '3f9c1-a07be', isUsed: false }];
  const { exportAccounts } = await requestsOn(accountOf('a', { recoveryCodes }), shop, steam);
  const lines = await exportAccounts({ passwordKeyBase64, form: 'otpauth' });
  const codes = await exportAccounts({ passwordKeyBase64, form: 'migration' });
  if (!lines.ok || !codes.ok) throw new Error('refused');
  const back = await readExport({ bytes: new TextEncoder().encode(lines.texts.join('\n')) });
  expect(back.ok && back.entries.map(({ key }) => key)).toEqual([accountOf('a'), shop, steam].map(otpKeyOf));
  expect(lines.left).toEqual([]);
  expect(JSON.stringify([lines, codes])).not.toContain('3f9c1');
  expect(codes.texts).toHaveLength(1);
  expect(codes.left).toEqual([{ issuer: 'Steam', account: 'alice' }]);
});

test('where the organisation has forbidden it nothing leaves the vault, and nobody is reminded of it', async () => {
  const { policy, saveBackup, exportAccounts, backupStatus } = await requestsOn(accountOf('a'));
  policy.exportAllowed = false;
  const refused = { ok: false, reason: 'not-allowed' };
  expect(await saveBackup({ passwordKeyBase64, backup: BACKUP })).toEqual(refused);
  expect(await exportAccounts({ passwordKeyBase64, form: 'otpauth' })).toEqual(refused);
  expect(await exportAccounts({ passwordKeyBase64, form: 'migration' })).toEqual(refused);
  expect(await backupStatus()).toMatchObject({ isDue: false });
});
