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

test('it is written as format 3 with the first change, and opens again', async () => {
  const { vault, local } = await oldVault();
  await vault.update(([a, b]) => [{ ...a!, coveredDomains: ['id.example'] }, b!]);
  expect(local.items.get('vault')).toContain('"format":3');
  expect(local.items.get('vault.previous')).toBe(FORMAT_1);
  await vault.lock();
  await vault.unlock(PASSWORD.passwordKeyBase64);
  expect(await vault.accounts()).toEqual([{ ...A, coveredDomains: ['id.example'] }, B]);
});

test('what was added later is nothing where it is not there', () => {
  const { tags: _, recoveryCodes: __, ...stored } = A;
  expect(upgradeAccount(stored)).toEqual({ ...A, tags: [], recoveryCodes: [] });
});

test.each([
  ['all of its domains', true, ['example.com', 'partner.example']],
  ['none', false, []],
])(
  'an account of format 2 that covers %s goes on doing so, and covers none that come later',
  (_name, coversDomains, domains) => {
    const origins = [
      'https://login.example.com',
      'https://www.example.com',
      'http://localhost:8080',
      'https://partner.example',
    ];
    const { coveredDomains: _none, ...stored } = { ...A, origins };
    const upgraded = upgradeAccount({ ...stored, coversDomains });
    expect(upgraded).toEqual({ ...A, origins, coveredDomains: domains });
    const later = { ...upgraded, origins: [...origins, 'https://other.example'] };
    expect(upgradeAccount(later)).toEqual(later);
  },
);

test('no domain is covered that no origin of the account is of', () => {
  const { coveredDomains } = upgradeAccount({ ...A, coveredDomains: ['id.example', 'com', 'other.example'] });
  expect(coveredDomains).toEqual(['id.example']);
});
