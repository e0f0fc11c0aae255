import { randomUUID } from 'node:crypto';
import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import { expect, test } from '@playwright/test';
import { connect, installLifeguard, setPhoneNumber } from '@lifeguard/cli';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';

const KEYS = 'org.keycloak.keys.KeyProvider';

/** A realm as a file that a server imports: without what is another realm's own, its ids, its name and its keys. */
async function exportRealm({ admin, realm }: TestBed, name: string): Promise<RealmRepresentation> {
  const exported = await admin.realms.export({ realm, exportClients: true, exportGroupsAndRoles: true });
  const text = JSON.stringify(exported, (key, value: unknown) =>
    key === 'id' || key === 'containerId' || key === KEYS ? undefined : value,
  );
  return JSON.parse(text.replaceAll(realm, name)) as RealmRepresentation;
}

test('a realm that is imported from an export asks as the first one does, and install finds nothing to do', async () => {
  await using bed = await createTestBed({ policy: { smsAuthenticationMessage: 'Imported: {####}' } });
  const realm = `t-${randomUUID()}`;
  await bed.admin.realms.create(await exportRealm(bed, realm));
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
