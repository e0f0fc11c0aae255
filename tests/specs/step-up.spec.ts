import { expect, test } from '@playwright/test';
import { appOf, authenticatorApp, encodeBase32 } from '../support/authenticator-app.ts';
import { readClaims } from '../support/claims.ts';
import { rememberSecret } from '../support/evidence.ts';
import { type FlowElement, useBrowserFlow } from '../support/make-flow.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed, type TestBedOptions } from '../support/test-bed.ts';

/** One level of authentication: what runs when it is wanted and not reached within its time. */
function level(number: number, maxAgeInSeconds: number, elements: readonly FlowElement[]): FlowElement {
  const config = { 'loa-condition-level': String(number), 'loa-max-age': String(maxAgeInSeconds) };
  const condition: FlowElement = { step: 'conditional-level-of-authentication', config };
  return { subFlow: `level ${number}`, requirement: 'CONDITIONAL', elements: [condition, ...elements] };
}

interface StepUpOptions extends TestBedOptions {
  readonly maxAgeInSeconds?: number;
  /** What stands behind the condition of the second level. */
  readonly secondLevel?: readonly FlowElement[];
}

/** silver is the password, gold the factor. */
async function stepUpBed(options: StepUpOptions = {}): Promise<TestBed> {
  const bed = await createTestBed({
    ...options,
    realm: { attributes: { 'acr.loa.map': JSON.stringify({ silver: 1, gold: 2 }) }, ...options.realm },
  });
  const { maxAgeInSeconds = 36_000, secondLevel = [{ step: 'lifeguard-mfa' }] } = options;
  await useBrowserFlow(bed, [
    { step: 'auth-cookie', requirement: 'ALTERNATIVE' },
    {
      subFlow: 'levels',
      requirement: 'ALTERNATIVE',
      elements: [level(1, 36_000, [{ step: 'auth-username-password-form' }]), level(2, maxAgeInSeconds, secondLevel)],
    },
  ]);
  return bed;
}

const gold = { acr_values: 'gold' };
const essentialGold = { claims: JSON.stringify({ id_token: { acr: { essential: true, values: ['gold'] } } }) };

async function acr(browser: PlainBrowser): Promise<unknown> {
  return readClaims((await browser.tokens())['id_token'])['acr'];
}

test('silver is the password alone, in a Required pool too, and says so', async () => {
  await using bed = await stepUpBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open({ acr_values: 'silver' });
  expect(await browser.password(user)).toBe('signed-in');
  expect(await acr(browser)).toBe('silver');
  expect(await bed.texts(user.phoneNumber)).toEqual([]);
});

for (const [name, wanted] of Object.entries({ acr_values: gold, 'the claims parameter': essentialGold })) {
  test(`gold by ${name} asks for the factor, and the token says gold`, async () => {
    await using bed = await stepUpBed();
    const user = await bed.createUser();
    const browser = new PlainBrowser(bed);
    await browser.open(wanted);
    expect(await browser.password(user)).toBe('sms-code');
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
    expect(await acr(browser)).toBe('gold');
  });
}

test('a silver session is stepped up by its cookie with the factor alone, and stays gold', async () => {
  await using bed = await stepUpBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open({ acr_values: 'silver' });
  expect(await browser.password(user)).toBe('signed-in');

  expect(await browser.open(gold)).toBe('sms-code');
  expect(await browser.submit({ code: '000000' })).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  expect(await acr(browser)).toBe('gold');
  expect(await browser.open(gold)).toBe('signed-in');
  expect(await acr(browser)).toBe('gold');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('a step-up that was broken off leaves the session silver', async () => {
  await using bed = await stepUpBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open();
  await browser.password(user);
  expect(await browser.open(gold)).toBe('sms-code');
  await browser.open({ ...essentialGold, prompt: 'none' });
  expect(browser.redirectParameters.get('error')).not.toBeNull();
  expect(await browser.open({ acr_values: 'silver' })).toBe('signed-in');
  expect(await acr(browser)).toBe('silver');
});

test('after the max age of the level the factor is asked again, and not before', async () => {
  await using bed = await stepUpBed({ maxAgeInSeconds: 5 });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open(gold);
  await browser.password(user);
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  expect(await browser.open(gold)).toBe('signed-in');
  await expect.poll(() => browser.open(gold)).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  expect(await acr(browser)).toBe('gold');
});

test('gold is never given for the password alone: a pool at OFF refuses', async () => {
  await using bed = await stepUpBed({ policy: { mfaConfiguration: 'OFF' } });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open(gold);
  expect(await browser.password(user)).toBe('error');
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
  await browser.open({ acr_values: 'silver' });
  expect(await browser.password(user)).toBe('signed-in');
});

const nested: readonly FlowElement[] = [
  { subFlow: 'deeper', requirement: 'REQUIRED', elements: [{ step: 'lifeguard-mfa' }] },
];
for (const [name, secondLevel] of Object.entries({ 'beside the condition': undefined, 'a sub-flow deeper': nested })) {
  test(`gold is never given for the password alone: an OPTIONAL pool asks who has a factor, the step ${name}`, async () => {
    await using bed = await stepUpBed({
      policy: { mfaConfiguration: 'OPTIONAL' },
      ...(secondLevel === undefined ? {} : { secondLevel }),
    });
    const user = await bed.createUser();
    const browser = new PlainBrowser(bed);
    await browser.open(gold);
    expect(await browser.password(user)).toBe('sms-code');
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
    expect(await acr(browser)).toBe('gold');
  });
}

test('gold is never given for the password alone: an OPTIONAL pool lets who has no factor set one up', async () => {
  await using bed = await stepUpBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const user = await bed.createUser({ phone: false });
  const browser = new PlainBrowser(bed);
  await browser.open(gold);
  expect(await browser.password(user)).toBe('enrolment');
  expect(await browser.newTab().open(gold)).not.toBe('signed-in');
  const secret = /name="totpSecret" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  await rememberSecret(secret);
  const app = await authenticatorApp(encodeBase32(Buffer.from(secret)));
  expect(await browser.submit({ totp: await app.wrongCode(), totpSecret: secret, userLabel: 'phone' })).toBe(
    'enrolment',
  );
  expect(await browser.submit({ totp: await app.code(), totpSecret: secret, userLabel: 'phone' })).toBe('signed-in');
  expect(await acr(browser)).toBe('gold');
});

test('a session of an Optional pool is stepped up by an authenticator app as well', async () => {
  await using bed = await stepUpBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const user = await bed.createUser({ phone: false });
  const app = await appOf(await giveAuthenticator(bed, user));
  const browser = new PlainBrowser(bed);
  await browser.open();
  expect(await browser.password(user)).toBe('signed-in');
  expect(await browser.open(gold)).toBe('software-token');
  expect(await browser.submit({ otp: await app.code() })).toBe('signed-in');
  expect(await acr(browser)).toBe('gold');
});
