import { expect, test } from '@playwright/test';
import { authenticatorApp, type AuthenticatorApp } from '../support/authenticator-app.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

const PERIOD_IN_SECONDS = 30;

/** Keycloak takes the policy over only where it is whole. */
const TOTP_POLICY = {
  otpPolicyType: 'totp',
  otpPolicyAlgorithm: 'HmacSHA1',
  otpPolicyDigits: 6,
  otpPolicyPeriod: PERIOD_IN_SECONDS,
  otpPolicyInitialCounter: 0,
} as const;

/** Waits until a time step has just begun, so that none ends within the test. */
async function earlyInStep(): Promise<void> {
  await expect
    .poll(() => (Date.now() / 1000) % PERIOD_IN_SECONDS, { timeout: 40_000, intervals: [250] })
    .toBeLessThan(15);
}

async function userWithApp(bed: TestBed): Promise<{ readonly user: TestUser; readonly app: AuthenticatorApp }> {
  const user = await bed.createUser({ phone: false });
  const secret = new URL(await giveAuthenticator(bed, user)).searchParams.get('secret') ?? '';
  return { user, app: await authenticatorApp(secret) };
}

/** Whether the code of a step is accepted in a sign-in of its own. */
async function isAccepted(bed: TestBed, user: TestUser, code: string): Promise<boolean> {
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('software-token');
  const page = await browser.submit({ otp: code });
  expect(['signed-in', 'software-token']).toContain(page);
  return page === 'signed-in';
}

for (const { window, accepted } of [
  { window: 1, accepted: [-1, 0, 1] },
  { window: 0, accepted: [0] },
]) {
  test(`with a look-around window of ${window} exactly the codes of the steps ${accepted.join(', ')} are accepted`, async () => {
    await using bed = await createTestBed({ realm: { ...TOTP_POLICY, otpPolicyLookAheadWindow: window } });
    const { user, app } = await userWithApp(bed);
    await earlyInStep();
    const found: number[] = [];
    for (const step of [-2, -1, 0, 1, 2]) {
      if (await isAccepted(bed, user, await app.code(step))) found.push(step);
    }
    expect(found).toEqual(accepted);
  });
}

test('a code is refused for the rest of its time once it was used, also when a later one was used after it', async () => {
  await using bed = await createTestBed();
  const { user, app } = await userWithApp(bed);
  await earlyInStep();
  const [now, next] = [await app.code(0), await app.code(1)];
  expect(await isAccepted(bed, user, now)).toBe(true);
  expect(await isAccepted(bed, user, now)).toBe(false);
  expect(await isAccepted(bed, user, next)).toBe(true);
  expect(await isAccepted(bed, user, now)).toBe(false);
  expect(await isAccepted(bed, user, next)).toBe(false);
});

test('a code of an earlier step is refused after one of a later step, also when nobody has used it', async () => {
  await using bed = await createTestBed();
  const { user, app } = await userWithApp(bed);
  await earlyInStep();
  expect(await isAccepted(bed, user, await app.code(0))).toBe(true);
  expect(await isAccepted(bed, user, await app.code(-1))).toBe(false);
  expect(await isAccepted(bed, user, await app.code(1))).toBe(true);
});

test('one code in five browsers at once signs one of them in', async () => {
  await using bed = await createTestBed();
  const { user, app } = await userWithApp(bed);
  await earlyInStep();
  const browsers = Array.from({ length: 5 }, () => new PlainBrowser(bed));
  for (const browser of browsers) expect(await browser.signIn(user)).toBe('software-token');
  const otp = await app.code(0);
  const pages = await Promise.all(browsers.map((browser) => browser.submit({ otp })));
  expect(pages.filter((page) => page === 'signed-in')).toHaveLength(1);
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toHaveLength(1);
});
