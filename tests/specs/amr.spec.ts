import { expect, test } from '@playwright/test';
import { readClaims } from '../support/claims.ts';
import { enrolAuthenticator } from '../support/enrol.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { CLIENT_ID } from '../support/test-realm.ts';
import { directGrant } from '../support/token-request.ts';

/** How the session was made, in the words of both tokens. */
function methods(tokens: Readonly<Record<string, string>>): unknown {
  const { amr } = readClaims(tokens['id_token']);
  expect(readClaims(tokens['access_token'])['amr']).toEqual(amr);
  return amr;
}

async function refresh({ url, realm }: TestBed, token: string | undefined): Promise<Record<string, string>> {
  const response = await fetch(`${url}/realms/${realm}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', client_id: CLIENT_ID, refresh_token: token ?? '' }),
  });
  return (await response.json()) as Record<string, string>;
}

test('tokens of a sign-in by SMS say so, also refreshed ones', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  await browser.submit({ code: await bed.lastCode(user.phoneNumber) });
  const tokens = await browser.tokens();
  expect(methods(tokens)).toEqual(['pwd', 'sms', 'mfa']);
  expect(methods(await refresh(bed, tokens['refresh_token']))).toEqual(['pwd', 'sms', 'mfa']);
});

test('tokens of a sign-in by an authenticator say so, in the session that enrols it and in the next', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const app = await enrolAuthenticator(bed, user);
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  await browser.submit({ otp: await app.code(1) });
  expect(methods(await browser.tokens())).toEqual(['pwd', 'otp', 'mfa']);
});

test('tokens of a direct grant say so too', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser();
  await directGrant(bed, user);
  const { access_token: token } = await directGrant(bed, user, { sms_code: await bed.lastCode(user.phoneNumber) });
  expect(readClaims(token)['amr']).toEqual(['pwd', 'sms', 'mfa']);
});

test('tokens of a password alone do not speak of a second factor', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const browser = new PlainBrowser(bed);
  await browser.signIn(await bed.createUser());
  expect(methods(await browser.tokens())).toEqual(['pwd']);
});

test('whoever postpones the set-up has proven no factor', async () => {
  const year = new Date().getUTCFullYear() + 1;
  await using bed = await createTestBed({ policy: { setUpGraceEndsOn: `${year}-12-31` } });
  const browser = new PlainBrowser(bed);
  await browser.signIn(await bed.createUser({ phone: false }));
  expect(await browser.submit({ setUp: '' })).toBe('signed-in');
  expect(methods(await browser.tokens())).toEqual(['pwd']);
});
