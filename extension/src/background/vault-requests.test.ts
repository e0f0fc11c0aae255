import { expect, test } from 'vitest';
import { parseManagedPolicy } from '../managed-policy.ts';
import { settingsItem } from '../settings.ts';
import { PASSWORD, passkeyOf, passwordKeyOf, STEP_BEGINS_AT, unlockedWorld } from '../vault/vault.fixture.ts';
import { vaultRequests } from './vault-requests.ts';

const { passwordKeyBase64 } = PASSWORD;

async function requestsOnNewVault() {
  const { vault, local, clock } = await unlockedWorld();
  return vaultRequests({ vault, settings: settingsItem(local), policy: noPolicy, now: () => clock.now });
}

async function noPolicy() {
  return parseManagedPolicy({});
}

test('the time until the lock cannot be changed while locked', async () => {
  const requests = await requestsOnNewVault();
  expect(await requests.readSettings()).toEqual({ lockAfterInMinutes: 15 });
  expect(await requests.changeSettings({ lockAfterInMinutes: 5 })).toEqual({ ok: true });
  await requests.lockVault();
  expect(await requests.changeSettings({ lockAfterInMinutes: 240 })).toEqual({ ok: false, reason: 'locked' });
  expect(await requests.readSettings()).toEqual({ lockAfterInMinutes: 5 });
});

test('the status tells how to make the keys, and no key', async () => {
  const requests = await requestsOnNewVault();
  expect(await requests.vaultStatus()).toEqual({ state: 'unlocked', passwordKey: PASSWORD.parameters });
});

test('a password is checked in an open vault alone', async () => {
  const { checkPassword, lockVault } = await requestsOnNewVault();
  expect(await checkPassword({ passwordKeyBase64 })).toEqual({ ok: true });
  expect(await checkPassword({ passwordKeyBase64: passwordKeyOf(8) })).toEqual({ ok: false, reason: 'wrong-password' });
  await lockVault();
  expect(await checkPassword({ passwordKeyBase64 })).toEqual({ ok: false, reason: 'locked' });
});

test('a passkey has the time of the background, and the status tells how to ask it, and no key', async () => {
  const requests = await requestsOnNewVault();
  const { passkeyKeyBase64, ...passkey } = passkeyOf(5);
  const sent = { ...passkey, passkeyKeyBase64, createdAtInMillis: 1 };
  expect(await requests.addPasskey({ passwordKeyBase64, passkey: sent })).toEqual({ ok: true });
  await requests.lockVault();
  expect(await requests.vaultStatus()).toEqual({
    state: 'locked',
    passwordKey: PASSWORD.parameters,
    passkey: { ...passkey, createdAtInMillis: STEP_BEGINS_AT },
  });
  expect(await requests.unlockWithPasskey({ passkeyKeyBase64 })).toEqual({ ok: true, copy: 'current' });
  expect(await requests.removePasskey()).toEqual({ ok: true });
  expect(await requests.vaultStatus()).toMatchObject({ passkey: undefined });
});
