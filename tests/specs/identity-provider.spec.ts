import { expect, test } from '@playwright/test';
import { installLifeguard, setPhoneNumber } from '@lifeguard/cli';
import { openMailbox } from '../support/mailbox.ts';
import { createPartnerRealm, type PartnerRealm } from '../support/partner-realm.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';

/** A pool with an identity provider, as install leaves it. */
async function createPartner(bed: TestBed): Promise<PartnerRealm> {
  const partner = await createPartnerRealm(bed);
  await installLifeguard(bed.pool);
  return partner;
}

async function comeFrom(partner: PartnerRealm, browser: PlainBrowser, user: TestUser) {
  expect(await browser.open({ kc_idp_hint: partner.alias })).toBe('password');
  return browser.password(user);
}

/** Lets a user in for the first time and gives the new account a phone number. */
async function knownUser(bed: TestBed, partner: PartnerRealm): Promise<{ user: TestUser; phoneNumber: string }> {
  const user = await partner.createUser();
  expect(await comeFrom(partner, new PlainBrowser(bed), user)).toBe('enrolment');
  const { phoneNumber } = await bed.createUser({ phone: false });
  await setPhoneNumber(bed.pool, { user: user.username, phoneNumber });
  return { user, phoneNumber };
}

test('a new user from an identity provider sets a factor up, and is asked for it at the next sign-in', async () => {
  await using bed = await createTestBed();
  await using partner = await createPartner(bed);
  const { user, phoneNumber } = await knownUser(bed, partner);
  const browser = new PlainBrowser(bed);
  expect(await comeFrom(partner, browser, user)).toBe('sms-code');
  expect(await browser.reload()).toBe('sms-code');
  expect(await browser.newTab().open()).not.toBe('signed-in');
  expect(await bed.texts(phoneNumber)).toHaveLength(1);
  expect(await browser.submit({ code: await bed.lastCode(phoneNumber) })).toBe('signed-in');
});

test('nobody is asked after an identity provider that the operator trusts, and everybody after a password', async () => {
  await using bed = await createTestBed();
  await using partner = await createPartner(bed);
  const { user, phoneNumber } = await knownUser(bed, partner);
  await bed.setPolicy({ mfaAfterIdentityProvider: false });
  expect(await comeFrom(partner, new PlainBrowser(bed), user)).toBe('signed-in');
  expect(await bed.texts(phoneNumber)).toEqual([]);
  const [{ id } = {}] = await bed.pool.client.users.find({ username: user.username });
  const credential = { type: 'password', value: user.password, temporary: false };
  await bed.pool.client.users.resetPassword({ id: id ?? '', credential });
  expect(await new PlainBrowser(bed).signIn(user)).toBe('sms-code');
  await bed.setPolicy({ mfaAfterIdentityProvider: true });
  expect(await comeFrom(partner, new PlainBrowser(bed), user)).toBe('sms-code');
});

for (const mfaAfterIdentityProvider of [true, false]) {
  const trust = mfaAfterIdentityProvider ? 'is not trusted' : 'is trusted';
  test(`an existing account is linked by its password and its factor, asked for once, where the provider ${trust}`, async () => {
    await using bed = await createTestBed({ policy: { mfaAfterIdentityProvider } });
    await using partner = await createPartner(bed);
    const owner = await bed.createUser();
    const namesake = await partner.createUser(owner);
    const browser = new PlainBrowser(bed);
    expect(await comeFrom(partner, browser, namesake)).toBe('link-account');
    expect(await browser.submit({ submitAction: 'linkAccount' })).toBe('password');
    expect(await browser.password(owner)).toBe('sms-code');
    const links = () => bed.pool.client.users.listFederatedIdentities({ id: owner.id });
    expect(await links()).toEqual([]);
    expect(await browser.submit({ code: await bed.lastCode(owner.phoneNumber) })).toBe('signed-in');
    expect(await links()).toHaveLength(1);
    expect(await bed.texts(owner.phoneNumber)).toHaveLength(1);
  });
}

test('whoever knows the password and has an account of the same name elsewhere links nothing without the factor', async () => {
  await using bed = await createTestBed({ policy: { mfaAfterIdentityProvider: false } });
  await using partner = await createPartner(bed);
  const owner = await bed.createUser();
  const thief = await partner.createUser(owner);
  const browser = new PlainBrowser(bed);
  expect(await comeFrom(partner, browser, thief)).toBe('link-account');
  await browser.submit({ submitAction: 'linkAccount' });
  expect(await browser.password(owner)).toBe('sms-code');
  expect(await browser.submit({ code: '000000' })).toBe('sms-code');
  expect(await browser.open({ kc_idp_hint: partner.alias })).not.toBe('signed-in');
  expect(await comeFrom(partner, new PlainBrowser(bed), thief)).toBe('link-account');
  expect(await bed.pool.client.users.listFederatedIdentities({ id: owner.id })).toEqual([]);
  expect(await bed.pool.client.users.listSessions({ id: owner.id })).toEqual([]);
});

test('a link by mail leads to the factor as well', async () => {
  await using mailbox = await openMailbox();
  await using bed = await createTestBed({ policy: { mfaAfterIdentityProvider: false } });
  await using partner = await createPartner(bed);
  const smtpServer = { host: '127.0.0.1', port: String(mailbox.port), from: 'pool@example.org' };
  await bed.pool.client.realms.update({ realm: bed.realm }, { smtpServer });
  const owner = await bed.createUser();
  const browser = new PlainBrowser(bed);
  expect(await comeFrom(partner, browser, await partner.createUser(owner))).toBe('link-account');
  await browser.submit({ submitAction: 'linkAccount' });
  const link = await mailbox.link(`${owner.username}@example.org`);
  expect(await browser.visit(link)).toBe('sms-code');
  expect(await bed.pool.client.users.listFederatedIdentities({ id: owner.id })).toEqual([]);
  expect(await browser.submit({ code: await bed.lastCode(owner.phoneNumber) })).toBe('signed-in');
  expect(await bed.pool.client.users.listFederatedIdentities({ id: owner.id })).toHaveLength(1);
});

test('the identity that one user brought along opens nothing for another whose password follows in the same tab', async () => {
  await using bed = await createTestBed({ policy: { mfaAfterIdentityProvider: false } });
  await using partner = await createPartner(bed);
  const attacker = await partner.createUser();
  const victim = await bed.createUser();
  const browser = new PlainBrowser(bed);
  await browser.open();
  expect(await browser.follow(`/broker/${partner.alias}/login`)).toBe('password');
  // As far as the identity provider's answer, and no further: the attacker keeps the address to go on with.
  const postBroker = await browser.passwordUntil(attacker, '/login-actions/post-broker-login');
  expect(await browser.visit(postBroker.replace('/post-broker-login', '/restart'))).toBe('password');
  expect(await browser.password(victim)).toBe('sms-code');
  await browser.visit(postBroker);
  expect(browser.kind).not.toBe('signed-in');
  expect(await bed.pool.client.users.listSessions({ id: victim.id })).toEqual([]);
});
