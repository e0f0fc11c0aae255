import { expect, test } from 'vitest';
import { FORMAT_1 } from './format-1.fixture.ts';
import { upgradeAccount } from './upgrade-account.ts';
import { accountOf, PASSWORD, vaultWorld } from './vault.fixture.ts';

const A = accountOf('a', { origins: ['https://id.example'] });
const B = accountOf('b', { account: 'bob', state: 'staged' });

async function oldVault() {
  const world = vaultWorld();
  world.local.items.set('vault', FORMAT_1);
  expect(await world.vault.unlock(PASSWORD.passwordKeyBase64)).toEqual({ ok: true, copy: 'current' });
  return world;
}

test('a vault of format 1 opens, and its accounts allow no more than before', async () => {
  const { vault } = await oldVault();
  expect(await vault.accounts()).toEqual([A, B]);
});

test('it is written as format 2 with the first change, and opens again', async () => {
  const { vault, local } = await oldVault();
  await vault.update(([a, b]) => [{ ...a!, coversDomains: true }, b!]);
  expect(local.items.get('vault')).toContain('"format":2');
  expect(local.items.get('vault.previous')).toBe(FORMAT_1);
  await vault.lock();
  await vault.unlock(PASSWORD.passwordKeyBase64);
  expect(await vault.accounts()).toEqual([{ ...A, coversDomains: true }, B]);
});

test('what was added later is nothing where it is not there', () => {
  const { tags: _, recoveryCodes: __, ...stored } = A;
  expect(upgradeAccount(stored)).toEqual({ ...A, tags: [], recoveryCodes: [] });
});
