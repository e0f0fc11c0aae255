import { expect, test } from '@playwright/test';
import { getFactors, resetFactors, setFactorPreference, setPhoneNumber } from '@lifeguard/cli';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';

async function adminEvents({ admin, realm }: TestBed) {
  const events = await admin.realms.findAdminEvents({ realm, max: 100 });
  return events.filter(({ resourceType }) => String(resourceType) === 'LIFEGUARD_MFA');
}

test('an administrator sees and changes factors, and the admin events have the number masked', async () => {
  await using bed = await createTestBed();
  await bed.admin.realms.update({ realm: bed.realm }, { adminEventsDetailsEnabled: true });
  const user = await bed.createUser({ phone: false });
  await giveAuthenticator(bed, user);
  const { username, phoneNumber } = user;
  const maskedNumber = `+*******${phoneNumber.slice(-4)}`;

  expect(await setPhoneNumber(bed.pool, { user: username, phoneNumber, verified: true })).toEqual({
    ok: true,
    username,
    maskedPhoneNumber: maskedNumber,
  });
  const preference = { SMS_MFA: { Enabled: true, PreferredMfa: true } };
  await setFactorPreference(bed.pool, { user: username, preference });
  expect(await getFactors(bed.pool, { user: username })).toMatchObject({
    ok: true,
    factors: {
      phoneNumber: maskedNumber,
      phoneNumberVerified: true,
      softwareTokens: [{ label: 'phone' }],
      settings: { enabledFactors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], preferredFactor: 'SMS_MFA' },
      accepted: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
    },
  });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');
  await resetFactors(bed.pool, { user: username, phone: true });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('enrolment');

  const events = await adminEvents(bed);
  const changes = events.filter(({ resourcePath }) => resourcePath?.includes(user.id));
  expect(changes).toHaveLength(3);
  expect(changes.map(({ operationType }) => operationType)).toEqual(['UPDATE', 'UPDATE', 'UPDATE']);
  expect(JSON.stringify(changes)).toContain(maskedNumber);
  expect(JSON.stringify(events)).not.toContain(phoneNumber.slice(1));
});

test('what is refused says why, changes nothing and is no event', async () => {
  await using bed = await createTestBed();
  const user = await bed.createUser({ phone: false });
  const before = (await adminEvents(bed)).length;
  const preference = { SOFTWARE_TOKEN_MFA: { Enabled: true } };
  expect(await setFactorPreference(bed.pool, { user: user.username, preference })).toMatchObject({
    ok: false,
    code: 'invalid-preference',
  });
  expect(await setPhoneNumber(bed.pool, { user: user.username, phoneNumber: '0800' })).toMatchObject({
    ok: false,
    code: 'invalid-phone-number',
  });
  for (const body of ['', '[]', '{', '{"phoneNumber":5}']) expect(await put(bed, user.id, body)).toBe(400);
  expect(await adminEvents(bed)).toHaveLength(before);
  expect((await bed.pool.client.users.findOne({ id: user.id }))?.attributes?.['phoneNumber']).toBeUndefined();
});

test('users administer nobody, not even themselves, and learn nothing of others', async () => {
  await using bed = await createTestBed({ policy: { mfaConfiguration: 'OFF' } });
  const user = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.signIn(user);
  const { access_token: token = '' } = await browser.tokens();
  const read = async (id: string) =>
    (
      await fetch(`${bed.url}/admin/realms/${bed.realm}/lifeguard/users/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).status;
  expect(await read(user.id)).toBe(403);
  expect(await read('00000000-0000-0000-0000-000000000000')).toBe(403);
  expect(await put(bed, user.id, JSON.stringify({ phoneNumber: '+14155550100' }), token)).toBe(403);
});

/** @returns the HTTP status */
async function put(bed: TestBed, id: string, body: string, token?: string): Promise<number> {
  const response = await fetch(`${bed.url}/admin/realms/${bed.realm}/lifeguard/users/${id}/phone-number`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token ?? (await bed.pool.client.getAccessToken())}`,
    },
    body,
  });
  return response.status;
}
