import { expect, test } from 'vitest';
import { parseManagedPolicy } from '../managed-policy.ts';
import { settingsItem } from '../settings.ts';
import { PASSWORD, unlockedWorld } from '../vault/vault.fixture.ts';
import { vaultRequests } from './vault-requests.ts';

test('the time until the lock cannot be changed while locked', async () => {
  const { vault, local } = await unlockedWorld();
  const requests = vaultRequests(vault, settingsItem(local), async () => parseManagedPolicy({}));
  expect(await requests.readSettings()).toEqual({ lockAfterInMinutes: 15 });
  expect(await requests.changeSettings({ lockAfterInMinutes: 5 })).toEqual({ ok: true });
  await requests.lockVault();
  expect(await requests.changeSettings({ lockAfterInMinutes: 240 })).toEqual({ ok: false, reason: 'locked' });
  expect(await requests.readSettings()).toEqual({ lockAfterInMinutes: 5 });
});

test('the status tells how to make the password key, and no key', async () => {
  const { vault, local } = await unlockedWorld();
  const requests = vaultRequests(vault, settingsItem(local), async () => parseManagedPolicy({}));
  expect(await requests.vaultStatus()).toEqual({ state: 'unlocked', passwordKey: PASSWORD.parameters });
});
