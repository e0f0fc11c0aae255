import { expect, test } from '@playwright/test';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed } from '../support/test-bed.ts';
import { wrongCodes } from '../support/wrong-codes.ts';

/** What is no code, whatever a parser makes of it. */
const NO_CODES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'no field at all': [],
  'an empty code': [['code', '']],
  blanks: [['code', '      ']],
  'a code that is too short': [['code', '12345']],
  'a code that is too long': [['code', '123456789']],
  'an endless code': [['code', '1'.repeat(100_000)]],
  'digits of another script': [['code', '١٢٣٤٥٦']],
  'full-width digits': [['code', '１２３４５６']],
  'a signed number': [['code', '+123456']],
  'an exponent': [['code', '12345e']],
  'a null byte': [['code', '123456\0']],
  'an array': [['code[]', '123456']],
  'an object': [['code[$ne]', '']],
  JSON: [['code', '{"$gt":""}']],
  'a template': [['code', '${code}']],
  'the words of a script': [['code', '__proto__']],
};

for (const [page, field] of [
  ['sms-code', 'code'],
  ['software-token', 'otp'],
] as const) {
  test(`what is no code on the page ${page} lets nobody in, throws nothing and counts as no guess`, async () => {
    await using bed = await createTestBed({ bruteForceProtected: true });
    const user = await bed.createUser({ phone: page === 'sms-code' });
    if (page === 'software-token') await giveAuthenticator(bed, user);
    const browser = new PlainBrowser(bed);
    expect(await browser.signIn(user)).toBe(page);
    for (const [what, fields] of Object.entries(NO_CODES)) {
      const renamed = fields.map(([name, value]) => [name.replace('code', field), value] as const);
      expect(await browser.submit(renamed), what).toBe(page);
      expect(browser.status, what).toBe(200);
    }
    const reasons = (await bed.events('LOGIN_ERROR')).map(({ details }) => details?.['lifeguard_reason']);
    expect(reasons).toEqual([]);
    expect(await bed.failures(user)).toBe(0);
  });
}

test('of several codes in one post one is looked at', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const code = await bed.lastCode(user.phoneNumber);
  const guesses = wrongCodes(code, 100).map((wrong) => ['code', wrong] as const);
  expect(await browser.submit([...guesses, ['code', code]])).toBe('sms-code');
  await expect.poll(() => bed.failures(user)).toBe(1);
  expect(await browser.submit({ code })).toBe('signed-in');
});

test('cookies that say that the factor was passed are ignored', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  for (const [name, value] of [
    ['SMS_OTP_ANSWERED', 'true'],
    ['lifeguard.factor', 'SMS_MFA'],
    ['KEYCLOAK_TRUSTED_DEVICE', 'true'],
    ['KEYCLOAK_IDENTITY', 'eyJhbGciOiJub25lIn0.e30.'],
    ['KEYCLOAK_SESSION', `${bed.realm}/${user.id}/1`],
  ] as const) {
    browser.setCookie(name, value);
  }
  expect(await browser.signIn(user)).toBe('sms-code');
  expect(await browser.submit({ 'lifeguard.factor': 'SMS_MFA', factorPassed: 'true', state: '{}' })).toBe('sms-code');
  await browser.open();
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
});

test('a post can choose neither another step of the flow nor a list of steps that leads past the factor', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const { authenticationManagement } = bed.pool.client;
  const executions = await authenticationManagement.getExecutions({ flow: 'lifeguard-browser' });
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  for (const { id = '' } of executions) {
    expect(await browser.submit({ authenticationExecution: id })).not.toBe('signed-in');
    await browser.reload();
  }
  expect(await browser.submit({ tryAnotherWay: 'on' })).not.toBe('signed-in');
  await browser.reload();
  for (const { id = '' } of executions) {
    const forged = browser.action;
    forged.searchParams.set('execution', id);
    browser.action = forged;
    expect(await browser.submit({ code: '000000', factor: '' })).not.toBe('signed-in');
  }
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
});

test('the address of a required action leads nowhere while the factor is open', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  expect(await browser.signIn(user)).toBe('sms-code');
  for (const execution of ['CONFIGURE_TOTP', 'UPDATE_PASSWORD', 'TERMS_AND_CONDITIONS']) {
    const forged = browser.action;
    forged.pathname = forged.pathname.replace(/authenticate$/, 'required-action');
    forged.searchParams.set('execution', execution);
    const tab = browser.newTab();
    tab.action = forged;
    expect(['signed-in', 'enrolment']).not.toContain(await tab.getAction());
    expect(['signed-in', 'enrolment']).not.toContain(await tab.submit({}));
  }
  expect(await bed.pool.client.users.listSessions({ id: user.id })).toEqual([]);
});

test('a factor that the user does not have is no choice', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  for (const factor of ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'NONE', '__proto__']) {
    expect(await browser.submit({ factor }), factor).toBe('sms-code');
  }
  expect(await bed.texts(user.phoneNumber)).toHaveLength(1);
});

test('a client with an IPv6 address receives a code and signs in', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true, realm: { sslRequired: 'none' } });
  const user = await bed.createUser();
  const address = '2001:db8:85a3:8d3:1319:8a2e:370:7348';
  const browser = new PlainBrowser(bed, { 'x-forwarded-for': address });
  expect(await browser.signIn(user)).toBe('sms-code');
  await browser.submit({ code: 'wrong' });
  expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  const [login] = await bed.events('LOGIN');
  expect(login?.ipAddress).toBe(address);
});
