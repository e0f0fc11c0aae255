import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import { expect, test } from '@playwright/test';
import { enrolAuthenticator } from '../support/enrol.ts';
import { enterWrongCodes } from '../support/enter-wrong-codes.ts';
import { useBrowserFlow } from '../support/make-flow.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed } from '../support/test-bed.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

const THREE_FAILURES = {
  bruteForceProtected: true,
  realm: { failureFactor: 3, waitIncrementSeconds: 300 },
} as const;

test('three wrong SMS codes are three failures at the attack-detection endpoint, and the code that still lives is refused', async () => {
  await using bed = await createTestBed(THREE_FAILURES);
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  for (const [index, wrong] of wrongCodes(code, 3).entries()) {
    expect(await browser.submit({ code: wrong })).toBe('sms-code');
    await expect.poll(() => bed.failures(user)).toBe(index + 1);
  }
  expect(await browser.submit({ code })).toBe('error');
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
});

test('three wrong codes of an app are three failures at the attack-detection endpoint, and the right one is refused', async () => {
  await using bed = await createTestBed(THREE_FAILURES);
  const user = await bed.createUser({ phone: false });
  const app = await enrolAuthenticator(bed, user);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('software-token');
  for (let failures = 1; failures <= 3; failures += 1) {
    expect(await browser.submit({ otp: await app.wrongCode() })).toBe('software-token');
    await expect.poll(() => bed.failures(user)).toBe(failures);
  }
  expect(await browser.submit({ otp: await app.code(1) })).toBe('error');
});

test('in a flow without a password wrong codes are counted as well', async () => {
  await using bed = await createTestBed(THREE_FAILURES);
  await useBrowserFlow(bed, [{ step: 'auth-username-form' }, { step: 'lifeguard-mfa' }]);
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open();
  expect(await browser.submit({ username: user.username })).toBe('sms-code');
  const code = await bed.lastCode(user.phoneNumber);
  await enterWrongCodes(bed, { user, count: 3, submit: (wrong) => browser.submit({ code: wrong }) });
  expect(await browser.submit({ code })).toBe('error');
});

test('whoever has not passed the password can use up no place of a code, however many passwords fail', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  const attacker = new PlainBrowser(bed);
  await attacker.open();
  for (let i = 0; i < 10; i += 1) {
    expect(await attacker.submit({ username: user.username, password: 'wrong', code: '000000' })).toBe('password');
  }
  expect(await browser.submit({ code })).toBe('signed-in');
});

/** Keycloak's own limit of failures that are no password's, which the types of its client lack: the next one disables the user. */
const secondaryLimit = { maxSecondaryAuthFailures: 2 } as RealmRepresentation;

test('codes have a limit of their own: right passwords in between do not clear it, and wrong passwords do not reach it', async () => {
  await using bed = await createTestBed({
    bruteForceProtected: true,
    realm: secondaryLimit,
  });
  const isEnabled = async (id: string) => (await bed.pool.client.users.findOne({ id }))?.enabled;
  const ann = await bed.createUser();
  for (let i = 0; i < 3; i += 1) {
    expect(await isEnabled(ann.id)).toBe(true);
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(ann)).toBe('sms-code');
    const [wrong = ''] = wrongCodes(await bed.lastCode(ann.phoneNumber), 1);
    await browser.submit({ code: wrong });
    await expect.poll(() => bed.failures(ann)).toBeGreaterThan(0);
  }
  await expect.poll(() => isEnabled(ann.id)).toBe(false);

  const bob = await bed.createUser();
  const attacker = new PlainBrowser(bed);
  await attacker.open();
  for (let failures = 1; failures <= 5; failures += 1) {
    await attacker.password({ ...bob, password: 'wrong' });
    await expect.poll(() => bed.failures(bob)).toBe(failures);
  }
  expect(await isEnabled(bob.id)).toBe(true);
});

test('a sign-in by cookie does not clear the failures of the factor', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser();
  const signedIn = new PlainBrowser(bed);
  await signedIn.signIn(user);
  expect(await signedIn.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');

  const attacker = new PlainBrowser(bed);
  await attacker.signIn(user);
  await enterWrongCodes(bed, { user, count: 2, submit: (wrong) => attacker.submit({ code: wrong }) });
  await expect.poll(() => bed.failures(user)).toBe(2);
  expect(await signedIn.open()).toBe('signed-in');
  expect(await signedIn.open({ prompt: 'none' })).toBe('signed-in');
  const again = new PlainBrowser(bed);
  await again.signIn(user);
  const [wrong = ''] = wrongCodes(await bed.lastCode(user.phoneNumber), 1);
  await again.submit({ code: wrong });
  await expect.poll(() => bed.failures(user)).toBe(3);
});

test('two wrong codes within the quick-login check lock the user, and the right one is refused', async () => {
  await using bed = await createTestBed({
    bruteForceProtected: true,
    realm: { quickLoginCheckMilliSeconds: 60_000, minimumQuickLoginWaitSeconds: 300 },
  });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  for (const wrong of wrongCodes(code, 2)) {
    const before = await bed.failures(user);
    expect(await browser.submit({ code: wrong })).toBe('sms-code');
    await expect.poll(() => bed.failures(user)).toBe(before + 1);
  }
  expect(await browser.submit({ code })).toBe('error');
});

test('a sign-in during which the user was locked begins again with the password once the lock is lifted; a fresh one goes on', async () => {
  await using bed = await createTestBed(THREE_FAILURES);
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  await enterWrongCodes(bed, { user, count: 3, submit: (wrong) => browser.submit({ code: wrong }) });
  expect(await browser.submit({ code })).toBe('error');

  await bed.pool.client.attackDetection.del({ id: user.id });
  expect(await browser.reload()).toBe('password');
  expect(await browser.password(user)).toBe('sms-code');
  expect(await browser.submit({ code })).toBe('signed-in');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});
