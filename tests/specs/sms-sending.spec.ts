import { expect, test } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { GATEWAY_TIMEOUT_IN_MILLIS, REFUSED_PREFIX, SILENT_PREFIX } from '../support/sms-gateway.ts';
import { createTestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

test('reloads, a GET on the form and 200 stale posts send no second text', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  for (let i = 0; i < 5; i += 1) {
    expect(await browser.reload()).toBe('sms-code');
    expect(await browser.getAction()).toBe('sms-code');
  }
  const stale = browser.repeatable({ code: '' });
  await browser.submit({ code: '' });
  for (let i = 0; i < 200; i += 1) await stale();
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  expect(await browser.reload()).toBe('sms-code');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('the password in two tabs never skips the factor, and both share one code', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const first = new PlainBrowser(bed);
  const second = first.newTab();
  await first.open();
  await second.open();
  expect(await first.password(user)).toBe('sms-code');
  expect(await second.password(user)).toBe('sms-code');
  expect(await second.reload()).toBe('sms-code');
  expect(await first.reload()).toBe('sms-code');

  const third = first.newTab();
  await third.open({ prompt: 'none' });
  expect(third.redirectParameters.get('error')).toBe('login_required');
  expect(await third.open()).not.toBe('signed-in');

  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  expect(await second.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('fifty browsers at once get one text, and their parallel guesses share five places until the code expires', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await giveAuthenticator(bed, user);
  const browsers = Array.from({ length: 50 }, () => new PlainBrowser(bed));
  const choices = await Promise.all(browsers.map((browser) => browser.signIn(user)));
  expect(new Set(choices)).toEqual(new Set(['select-factor']));
  // From here, because passwords are so slow to check that their requests would arrive one by one.
  const pages = await Promise.all(browsers.map((browser) => browser.submit({ factor: 'SMS_MFA' })));
  expect(new Set(pages)).toEqual(new Set(['sms-code']));
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);

  const code = await bed.lastCode(user.phoneNumber);
  const guesses = wrongCodes(code, browsers.length);
  await Promise.all(browsers.map((browser, index) => browser.submit({ code: guesses[index] ?? '' })));
  expect(browsers.filter(({ html }) => html.includes('Too many wrong codes.'))).toHaveLength(45);
  const wrong = (await bed.events('LOGIN_ERROR')).filter(
    ({ details }) => details?.['lifeguard_reason'] === 'wrong_code',
  );
  expect(wrong).toHaveLength(5);

  const late = new PlainBrowser(bed);
  await late.signIn(user);
  expect(await late.submit({ factor: 'SMS_MFA' })).toBe('sms-code');
  expect(await late.submit({ code })).toBe('sms-code');
  expect(late.html).toContain('Too many wrong codes.');
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  await bed.moveClock(181);
  expect(await late.reload()).toBe('sms-code');
  expect(await late.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('the right code in five browsers at once signs one of them in', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browsers = Array.from({ length: 5 }, () => new PlainBrowser(bed));
  for (const browser of browsers) expect(await browser.signIn(user)).toBe('sms-code');
  const code = await bed.lastCode(user.phoneNumber);
  const pages = await Promise.all(browsers.map((browser) => browser.submit({ code })));
  expect(pages.toSorted()).toEqual(['signed-in', 'sms-code', 'sms-code', 'sms-code', 'sms-code']);
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toHaveLength(1);
});

test('the text is repeated on request: the same code, after half a minute, twice', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  const askAgain = async () => {
    expect(await browser.submit({ resend: '' })).toBe('sms-code');
    return browser.html;
  };
  expect(await askAgain()).toMatch(/again in (30|2[0-9]) seconds/);
  await bed.moveClock(31);
  expect(await askAgain()).toContain('We sent the same code once more.');
  expect(await askAgain()).toMatch(/again in (30|2[0-9]) seconds/);
  await bed.moveClock(62);
  expect(await askAgain()).toContain('We sent the same code once more.');
  await bed.moveClock(150);
  for (let i = 0; i < 5; i += 1) expect(await askAgain()).toContain('as often as we may');
  const texts = await bed.texts(user.phoneNumber);
  expect(texts).toHaveLength(3);
  expect(new Set(texts.map(({ text }) => text)).size).toBe(1);
  expect(await browser.submit({ code })).toBe('signed-in');
});

test('twenty requests at once for a repetition send one', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browsers = Array.from({ length: 20 }, () => new PlainBrowser(bed));
  for (const browser of browsers) await browser.signIn(user);
  await bed.moveClock(45);
  await Promise.all(browsers.map((browser) => browser.submit({ resend: '' })));
  expect(await bed.texts(user.phoneNumber)).toHaveLength(2);
});

test('a gateway that refuses is said on the page, and the next try sends', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phonePrefix: REFUSED_PREFIX });
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(browser.html).toContain('We could not send the text message.');
  await fetch(`${testServer().gatewayUrl}?to=${encodeURIComponent(user.phoneNumber)}`, { method: 'DELETE' });
  expect(await browser.reload()).toBe('sms-code');
  expect(browser.html).not.toContain('We could not send the text message.');
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('where the gateway refuses, a user with an authenticator goes another way, operators see an event, and nobody is charged a failure', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser({ phonePrefix: REFUSED_PREFIX });
  const app = await appOf(await giveAuthenticator(bed, user));
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  expect(await browser.submit({ factor: 'SMS_MFA' })).toBe('sms-code');
  expect(browser.html).toContain('We could not send the text message.');
  expect(browser.html).toContain('Try another way');
  const errors = await bed.events('LOGIN_ERROR');
  expect(errors).toEqual([expect.objectContaining({ error: 'sms_send_failed', userId: user.id })]);
  expect(errors[0]?.details?.['lifeguard_reason']).toBe('sms_refused');
  expect(await bed.failures(user)).toBe(0);
  await browser.submit({ factor: 'SOFTWARE_TOKEN_MFA' });
  expect(await browser.submit({ otp: await app.code() })).toBe('signed-in');
});

test('a gateway without an answer holds nobody longer than its timeout, and nothing is sent twice', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phonePrefix: SILENT_PREFIX });
  const browser = new PlainBrowser(bed);
  await browser.open();
  const begin = performance.now();
  expect(await browser.password(user)).toBe('sms-code');
  expect(performance.now() - begin).toBeLessThan(GATEWAY_TIMEOUT_IN_MILLIS + 2_000);
  expect(browser.html).toContain('It may still arrive.');
  await browser.reload();
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
});

test('where the pool says so, the text ends with the line that binds the code to the host of the pages', async () => {
  await using bed = await createTestBed({ policy: { smsIsOriginBound: true } });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  const [sent] = await bed.texts(user.phoneNumber);
  expect(sent?.text).toBe(`Your authentication code is ${code}.\n\n@${new URL(bed.url).hostname} #${code}`);
  expect(await browser.submit({ code })).toBe('signed-in');
});

test('no page shows the code, or more of the number than its last four digits', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  const pages: string[] = [];
  const seen = (kind: string): void => void pages.push(`${kind} ${browser.html} ${browser.action.href}`);
  seen(await browser.signIn(user));
  const code = await bed.lastCode(user.phoneNumber);
  const [wrong = ''] = wrongCodes(code, 1);
  seen(await browser.submit({ code: wrong }));
  seen(await browser.submit({ code: 'abc' }));
  seen(await browser.submit({ resend: '' }));
  await bed.moveClock(31);
  seen(await browser.submit({ resend: '' }));
  seen(await browser.reload());
  for (const next of wrongCodes(code, 6)) await browser.submit({ code: next });
  seen(await browser.submit({ code }));
  expect(pages).toHaveLength(7);
  for (const page of pages) {
    expect(page).toMatch(/^sms-code /);
    expect(page).toContain(`*${user.phoneNumber.slice(-4)}`);
    expect(page).not.toContain(user.phoneNumber.slice(-5));
    expect(page).not.toContain(code);
  }
});
