import { expect, test } from '@playwright/test';
import { enterWrongCodes } from '../support/enter-wrong-codes.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

/** How many answers were compared with a code and were not it. */
async function comparedAndWrong(bed: TestBed): Promise<number> {
  const errors = await bed.events('LOGIN_ERROR');
  return errors.filter(({ details }) => details?.['lifeguard_reason'] === 'wrong_code').length;
}

test('500 guesses at once from 500 browsers: five are looked at, then the code is dead', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browsers = Array.from({ length: 500 }, () => new PlainBrowser(bed));
  for (let i = 0; i < browsers.length; i += 25) {
    await Promise.all(browsers.slice(i, i + 25).map((browser) => browser.signIn(user)));
  }
  expect(new Set(browsers.map(({ kind }) => kind))).toEqual(new Set(['sms-code']));
  const code = await bed.lastCode(user.phoneNumber);
  const guesses = wrongCodes(code, browsers.length);
  await Promise.all(browsers.map((browser, index) => browser.submit({ code: guesses[index] ?? '' })));

  expect(new Set(browsers.map(({ kind }) => kind))).toEqual(new Set(['sms-code']));
  expect(browsers.filter(({ html }) => html.includes('Too many wrong codes.'))).toHaveLength(495);
  expect(await comparedAndWrong(bed)).toBe(5);
  expect(await browsers[0]?.submit({ code })).toBe('sms-code');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
});

test('ten browsers of one user share one code and one count of failures, and brute-force detection sees the same', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser();
  for (let i = 0; i < 10; i += 1) {
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe('sms-code');
    if (i === 0) await enterWrongCodes(bed, { user, count: 5, submit: (code) => browser.submit({ code }) });
    for (const code of wrongCodes(await bed.lastCode(user.phoneNumber), 5)) {
      expect(await browser.submit({ code })).toBe('sms-code');
    }
  }
  expect(await comparedAndWrong(bed)).toBe(5);
  await expect.poll(() => bed.failures(user)).toBe(5);
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('a thousand guesses in one browser with brute-force detection on: the sixth and all after it are not looked at', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  await enterWrongCodes(bed, { user, count: 5, submit: (wrong) => browser.submit({ code: wrong }) });
  for (const wrong of wrongCodes(code, 1_000)) await browser.submit({ code: wrong });
  expect(await browser.submit({ code })).toBe('sms-code');
  expect(browser.html).toContain('Too many wrong codes.');
  expect(await comparedAndWrong(bed)).toBe(5);
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('the code that signed one browser in is worth nothing in a sign-in that was begun before it', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const [older, newer] = [new PlainBrowser(bed), new PlainBrowser(bed)];
  expect(await older.signIn(user)).toBe('sms-code');
  expect(await newer.signIn(user)).toBe('sms-code');
  const code = await bed.lastCode(user.phoneNumber);
  expect(await newer.submit({ code })).toBe('signed-in');
  expect(await older.submit({ code })).toBe('sms-code');
  expect(await older.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('the code of an older sign-in is worth nothing in the next one', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await new PlainBrowser(bed).signIn(user);
  const old = await bed.lastCode(user.phoneNumber);
  await bed.moveClock(181);
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(2);
  expect(await browser.submit({ code: old })).toBe('sms-code');
  expect(browser.html).toContain('That code is not right.');
});
