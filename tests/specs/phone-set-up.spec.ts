import { expect, test } from '@playwright/test';
import { AccountApi } from '../support/account-api.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

const BY_USER = { phoneNumberByUser: true };

async function stored(bed: TestBed, { id }: TestUser) {
  return (await bed.pool.client.users.findOne({ id }))?.attributes ?? {};
}

test('a user without a factor chooses to set up a phone, proves the number and is signed in', async () => {
  await using bed = await createTestBed({ policy: BY_USER });
  const user = await bed.createUser({ phone: false });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('set-up');
  expect(await browser.submit({ setUp: 'SMS_MFA' })).toBe('phone-number');
  expect(await browser.submit({ phoneNumber: '0800 12' })).toBe('phone-number');
  expect(browser.html).toContain('That is no complete phone number.');
  expect(await browser.submit({ phoneNumber: user.phoneNumber })).toBe('sms-code');
  expect(browser.html).not.toContain(user.phoneNumber);
  expect(await stored(bed, user)).not.toHaveProperty('phoneNumber');

  const code = await bed.lastCode(user.phoneNumber);
  expect(await browser.submit({ code: wrongCodes(code, 1)[0] ?? '' })).toBe('sms-code');
  expect(await browser.submit({ code })).toBe('signed-in');
  expect(await stored(bed, user)).toMatchObject({ phoneNumber: [user.phoneNumber], phoneNumberVerified: ['true'] });

  const listed = await new AccountApi(bed, await browser.tokens()).credential('lifeguard-sms');
  expect(listed?.userCredentialMetadatas[0]?.credential.userLabel).toBe(`+*******${user.phoneNumber.slice(-4)}`);
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');
});

test('the code of an enrolment is no code of a sign-in, nor the other way round', async () => {
  await using bed = await createTestBed({ policy: BY_USER });
  const user = await bed.createUser({ phone: false });
  const enrolling = new PlainBrowser(bed);
  await enrolling.signIn(user);
  await enrolling.submit({ setUp: 'SMS_MFA' });
  await enrolling.submit({ phoneNumber: user.phoneNumber });
  const enrolmentCode = await bed.lastCode(user.phoneNumber);

  // The number becomes the user's by another way, and the sign-in sends a code of its own there.
  const attributes = { ...(await stored(bed, user)), phoneNumber: [user.phoneNumber] };
  await bed.pool.client.users.update(
    { id: user.id },
    { ...(await bed.pool.client.users.findOne({ id: user.id })), attributes },
  );
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  const signInCode = await bed.lastCode(user.phoneNumber);
  expect(await browser.submit({ code: enrolmentCode })).toBe('sms-code');
  // And the enrolment is over: the user has a factor now.
  expect(await enrolling.submit({ code: signInCode })).toBe('error');
  expect(await browser.submit({ code: signInCode })).toBe('signed-in');
});

test('five numbers in an hour get a text, and the sixth gets none', async () => {
  await using bed = await createTestBed({ policy: BY_USER });
  const user = await bed.createUser({ phone: false });
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  await browser.submit({ setUp: 'SMS_MFA' });
  const others = Array.from({ length: 6 }, () => bed.createUser({ phone: false }));
  for (const [index, { phoneNumber }] of (await Promise.all(others)).entries()) {
    await browser.submit({ phoneNumber });
    expect(await bed.texts(phoneNumber)).toHaveLength(index < 5 ? 1 : 0);
    if (browser.kind === 'sms-code') await browser.submit({ change: '' });
  }
  expect(browser.html).toContain('as many numbers as you may');
});

test('nobody enters a number where the pool does not allow it, or where an administrator has set one', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('enrolment');

  await bed.setPolicy(BY_USER);
  const other = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open({ kc_action: 'lifeguard-phone-number' });
  await browser.password(other);
  // The sign-in has verified the number that the administrator set, so there is nothing to do.
  expect(await browser.submit({ code: await bed.lastCode(other.phoneNumber) })).toBe('signed-in');
  expect(browser.redirectParameters.get('kc_action_status')).toBe('success');
  await browser.submit({ phoneNumber: user.phoneNumber });
  expect(await bed.texts(user.phoneNumber)).toEqual([]);
  expect(await stored(bed, other)).toMatchObject({ phoneNumber: [other.phoneNumber] });
});

test('a number that an administrator has set is proven as it is, by a user of an Optional pool', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OPTIONAL' } });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open({ kc_action: 'lifeguard-phone-number' });
  expect(await browser.password(user)).toBe('sms-code');
  expect(browser.html).not.toContain('lifeguard-change-number');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  expect(await stored(bed, user)).toMatchObject({ phoneNumberVerified: ['true'] });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');
});
