import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { connect, installLifeguard, setPhoneNumber } from '@lifeguard/cli';
import { PlainBrowser } from '../support/plain-browser.ts';
import { exportRealm } from '../support/ready-realm.ts';
import { createTestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

test('a realm that is imported from an export asks as the first one does, and install finds nothing to do', async () => {
  await using bed = await createTestBed({ policy: { smsAuthenticationMessage: 'Imported: {####}' } });
  const realm = `t-${randomUUID()}`;
  await bed.admin.realms.create(await exportRealm(bed.admin, bed.realm, realm));
  try {
    const { admin, url } = testServer();
    const credentials = { user: admin.username, password: admin.password };
    const pool = await connect({ server: url, realm, credentials });
    expect(await installLifeguard(pool, { dryRun: true })).toEqual({ ok: true, changes: [], leftOpen: [] });

    const user = await bed.createUser({ phone: false });
    await pool.client.users.create({
      username: user.username,
      enabled: true,
      email: `${user.username}@example.org`,
      firstName: 'Ann',
      lastName: 'Example',
      credentials: [{ type: 'password', value: user.password, temporary: false }],
    });
    expect(await setPhoneNumber(pool, { user: user.username, phoneNumber: user.phoneNumber })).toMatchObject({
      ok: true,
    });
    const browser = new PlainBrowser({ ...bed, realm, signInUrl: bed.signInUrl.replace(bed.realm, realm) });
    expect(await browser.signIn(user)).toBe('sms-code');
    const [text] = await bed.texts(user.phoneNumber);
    expect(text?.text).toContain('Imported: ');
    expect(await browser.submit({ code: await bed.lastCode(user.phoneNumber) })).toBe('signed-in');
  } finally {
    await bed.admin.realms.del({ realm });
  }
});
