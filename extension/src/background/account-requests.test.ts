import { totpCode } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import { isBoundTo } from '../site/bound-origin.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { accountOf, KEY, STEP_BEGINS_AT, unlockedWorld } from '../vault/vault.fixture.ts';
import { accountRequests } from './account-requests.ts';
import { accountViews } from './account-views.ts';
import { type EnrolmentsByTab, openEnrolments } from './enrolments.ts';
import { openUses, type UsesByAccount } from './uses.ts';
import { type GivenCodesByAccount, openGivenCodes } from './given-codes.ts';

const URI = `otpauth://totp/Demo:alice?secret=${KEY.secretBase32}&issuer=Demo`;
const BY_HAND = {
  issuer: 'Shop',
  account: '',
  secret: 'jbsw y3dp-ehpk 3pxp',
  algorithm: 'SHA1',
  digits: '6',
  periodInSeconds: '30',
};

function now(): number {
  return STEP_BEGINS_AT;
}

async function requestsOn(...accounts: readonly Account[]) {
  const { vault, session } = await unlockedWorld(...accounts);
  const item = storageItem<EnrolmentsByTab>({ area: session, key: 'enrolments', fallback: {} });
  const enrolments = openEnrolments({ item, queue: serialQueue(), commit: async () => true });
  let ids = 0;
  const givenCodes = openGivenCodes({
    item: storageItem<GivenCodesByAccount>({ area: session, key: 'givenCodes', fallback: {} }),
    queue: serialQueue(),
  });
  const randomId = () => `id-${(ids += 1)}`;
  const skews: Record<string, number> = {};
  const uses = openUses({
    item: storageItem<UsesByAccount>({ area: session, key: 'uses', fallback: {} }),
    queue: serialQueue(),
    now,
  });
  const ports = {
    vault,
    enrolments,
    givenCodes,
    uses,
    clocks: { skews: async () => skews },
    language: () => 'en',
    now,
    randomId,
  };
  return { vault, enrolments, givenCodes, skews, ...accountRequests(ports), ...accountViews(ports) };
}

test('no answer to a page holds a secret', async () => {
  const { listAccounts, readCodes, addAccountByUri } = await requestsOn(
    accountOf('a', { origins: ['https://id.example'] }),
  );
  const answers = [await listAccounts(), await readCodes({ ids: ['a'] }), await addAccountByUri({ uri: URI })];
  expect(JSON.stringify(answers)).not.toContain(KEY.secretBase32);
  expect(answers[0]).toMatchObject({
    ok: true,
    accounts: [{ id: 'a', issuer: 'Demo', origins: ['https://id.example'] }],
  });
  expect(answers[1]).toMatchObject({ ok: true, codes: { a: { validUntilInMillis: STEP_BEGINS_AT + 30_000 } } });
});

describe('adding', () => {
  test('by a setup link; a second time it is already there', async () => {
    const { addAccountByUri, vault } = await requestsOn();
    expect(await addAccountByUri({ uri: ` ${URI}\n` })).toEqual({ ok: true, id: 'id-1' });
    expect(await addAccountByUri({ uri: URI })).toEqual({ ok: false, reason: 'already-there' });
    expect(await vault.accounts()).toMatchObject([{ account: 'alice', origins: [], state: 'active' }]);
  });

  test('by hand, with the secret as people copy it', async () => {
    const { addAccountByHand, vault } = await requestsOn();
    expect(await addAccountByHand(BY_HAND)).toEqual({ ok: true, id: 'id-1' });
    expect(await vault.accounts()).toMatchObject([{ issuer: 'Shop', secretBase32: 'JBSWY3DPEHPK3PXP' }]);
  });

  test('by hand, with every value that a setup link may have', async () => {
    const { addAccountByHand, vault } = await requestsOn();
    const values = { algorithm: 'SHA512', digits: ' 10 ', periodInSeconds: '604800' };
    expect(await addAccountByHand({ ...BY_HAND, ...values })).toMatchObject({ ok: true });
    expect(await vault.accounts()).toMatchObject([{ algorithm: 'SHA512', digits: 10, periodInSeconds: 604_800 }]);
  });

  test.each([
    [{ issuer: ' ' }, 'no-name'],
    [{ secret: '' }, 'missing-secret'],
    [{ secret: 'not base32!' }, 'bad-secret'],
    [{ algorithm: 'MD5' }, 'bad-algorithm'],
    [{ digits: '3' }, 'bad-digits'],
    [{ digits: '11' }, 'bad-digits'],
    [{ digits: '6.5' }, 'bad-digits'],
    [{ digits: '' }, 'bad-digits'],
    [{ periodInSeconds: '0' }, 'bad-period'],
    [{ periodInSeconds: '-30' }, 'bad-period'],
    [{ periodInSeconds: '1e3' }, 'bad-period'],
    [{ periodInSeconds: '' }, 'bad-period'],
  ])('by hand with %j is refused as %s', async (changes, reason) => {
    const { addAccountByHand, vault } = await requestsOn();
    expect(await addAccountByHand({ ...BY_HAND, ...changes })).toEqual({ ok: false, reason });
    expect(await vault.accounts()).toEqual([]);
  });

  test.each([
    ['https://example.com', 'not-otpauth'],
    ['otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=0', 'hotp'],
    ['otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&algorithm=MD5', 'bad-algorithm'],
  ])('the link %s is refused as %s', async (uri, reason) => {
    const { addAccountByUri } = await requestsOn();
    expect(await addAccountByUri({ uri })).toEqual({ ok: false, reason });
  });
});

describe('binding', () => {
  test('adds an origin once and takes it away', async () => {
    const { bindOrigin, unbindOrigin, vault } = await requestsOn(accountOf('a'));
    const bound = { id: 'a', origin: 'https://id.example:8443' };
    await bindOrigin(bound);
    expect(await bindOrigin(bound)).toEqual({ ok: true });
    expect(await vault.accounts()).toMatchObject([{ origins: [bound.origin] }]);
    await unbindOrigin(bound);
    expect(await vault.accounts()).toMatchObject([{ origins: [] }]);
  });

  test.each(['http://id.example', 'https://id.example/path', 'null', '*'])('refuses %s', async (origin) => {
    const { bindOrigin, vault } = await requestsOn(accountOf('a'));
    expect(await bindOrigin({ id: 'a', origin })).toEqual({ ok: false, reason: 'insecure-origin' });
    expect(await vault.accounts()).toMatchObject([{ origins: [] }]);
  });
});

describe('what the user allows', () => {
  const HERE = 'https://login.example.com';
  const AROUND = 'https://shop.example.net';

  test('is told with the account, and is nothing at first', async () => {
    const { listAccounts, coverDomain, submitAt } = await requestsOn(accountOf('a', { origins: [HERE] }));
    const nothing = { domains: ['example.com'], coveredDomains: [], submitsAt: [] };
    expect(await listAccounts()).toMatchObject({ accounts: [nothing] });
    await coverDomain({ id: 'a', domain: 'example.com', covers: true });
    await coverDomain({ id: 'a', domain: 'example.net', covers: true });
    await submitAt({ id: 'a', origin: HERE, submits: true });
    await submitAt({ id: 'a', origin: HERE, submits: true });
    expect(await listAccounts()).toMatchObject({ accounts: [{ coveredDomains: ['example.com'], submitsAt: [HERE] }] });
    await submitAt({ id: 'a', origin: HERE, submits: false });
    expect(await listAccounts()).toMatchObject({ accounts: [{ submitsAt: [] }] });
  });

  test('of one domain says nothing of a site that is bound later', async () => {
    const { bindOrigin, coverDomain, listAccounts, vault } = await requestsOn(accountOf('a', { origins: [HERE] }));
    await coverDomain({ id: 'a', domain: 'example.com', covers: true });
    await bindOrigin({ id: 'a', origin: AROUND });
    const [account] = (await vault.accounts())!;
    expect(isBoundTo(account!, 'https://www.example.com')).toBe(true);
    expect(isBoundTo(account!, 'https://www.example.net')).toBe(false);
    expect(await listAccounts()).toMatchObject({
      accounts: [{ domains: ['example.com', 'example.net'], coveredDomains: ['example.com'] }],
    });
    await coverDomain({ id: 'a', domain: 'example.net', covers: true });
    await coverDomain({ id: 'a', domain: 'example.com', covers: false });
    expect(await vault.accounts()).toMatchObject([{ coveredDomains: ['example.net'] }]);
  });

  test('of a domain is told as long as it fills a site that was taken away, and ends with its last one', async () => {
    const sibling = 'https://shop.example.com';
    const covering = accountOf('a', { origins: [HERE, sibling], coveredDomains: ['example.com'] });
    const { bindOrigin, unbindOrigin, vault } = await requestsOn(covering);
    expect(await unbindOrigin({ id: 'a', origin: HERE })).toEqual({ ok: true, coveredBy: 'example.com' });
    expect(await unbindOrigin({ id: 'a', origin: sibling })).toEqual({ ok: true, coveredBy: undefined });
    await bindOrigin({ id: 'a', origin: HERE });
    expect(await vault.accounts()).toMatchObject([{ origins: [HERE], coveredDomains: [] }]);
  });

  test('for a frame is kept for the page around it, once', async () => {
    const { allowFrame, vault } = await requestsOn(accountOf('a', { origins: [HERE] }));
    await allowFrame({ id: 'a', origin: HERE, within: AROUND });
    expect(await allowFrame({ id: 'a', origin: HERE, within: AROUND })).toEqual({ ok: true });
    expect(await allowFrame({ id: 'a', origin: HERE, within: 'http://shop.example.net' })).toMatchObject({ ok: false });
    expect(await vault.accounts()).toMatchObject([{ frames: [{ origin: HERE, within: AROUND }] }]);
  });

  test('ends with the binding to its site', async () => {
    const allowed = { origins: [HERE], frames: [{ origin: HERE, within: AROUND }], submitsAt: [HERE, AROUND] };
    const { unbindOrigin, vault } = await requestsOn(accountOf('a', allowed));
    await unbindOrigin({ id: 'a', origin: HERE });
    expect(await vault.accounts()).toMatchObject([{ origins: [], frames: [], submitsAt: [AROUND] }]);
  });
});

test('removing the last account empties the vault, keeping a staged one makes it active', async () => {
  const { removeAccount, keepAccount, vault } = await requestsOn(accountOf('a', { state: 'staged' }));
  await keepAccount({ id: 'a' });
  expect(await vault.accounts()).toMatchObject([{ state: 'active' }]);
  expect(await removeAccount({ id: 'a' })).toEqual({ ok: true });
  expect(await vault.accounts()).toEqual([]);
});

test('a discarded enrolment does not come back when its page goes on', async () => {
  const { removeAccount, enrolments } = await requestsOn(accountOf('a', { state: 'staged' }));
  await enrolments.begin(3, { accountId: 'a', origin: 'https://id.example', phase: 'submitted' });
  await removeAccount({ id: 'a' });
  expect(await enrolments.all()).toEqual({});
});

test('everything is refused while locked', async () => {
  const { vault, ...requests } = await requestsOn(accountOf('a'));
  await vault.lock();
  const locked = { ok: false, reason: 'locked' };
  expect(await requests.listAccounts()).toEqual(locked);
  expect(await requests.readCodes({ ids: ['a'] })).toEqual(locked);
  expect(await requests.addAccountByUri({ uri: URI })).toEqual(locked);
  expect(await requests.addAccountByHand(BY_HAND)).toEqual(locked);
  expect(await requests.removeAccount({ id: 'a' })).toEqual(locked);
  expect(await requests.editAccount({ id: 'a', tags: [], issuer: 'x', account: 'y' })).toEqual(locked);
  expect(await requests.bindOrigin({ id: 'a', origin: 'https://id.example' })).toEqual(locked);
});

test("a code is made for the time of the account's site, and is valid until the device's clock says so", async () => {
  const site = 'https://id.example';
  const { readCodes, skews } = await requestsOn(accountOf('a', { origins: ['https://other.example', site] }));
  skews[site] = 65_000;
  const answer = await readCodes({ ids: ['a'] });
  const { code, validUntilInMillis } = totpCode(otpKeyOf(accountOf('a')), STEP_BEGINS_AT + 65_000);
  expect(answer).toMatchObject({
    ok: true,
    codes: { a: { code, validUntilInMillis: validUntilInMillis - 65_000 } },
  });
});

describe('a new name', () => {
  const names = { issuer: ' Work ', account: 'x'.repeat(300) };

  test('stands beside the one by which a site knows the account', async () => {
    const { vault, editAccount } = await requestsOn(accountOf('a', { origins: ['https://id.example'] }));
    await editAccount({ id: 'a', ...names, tags: [] });
    const foundAs = { issuer: 'Demo', account: 'alice' };
    const renamed = { issuer: 'Work', account: 'x'.repeat(256), foundAs };
    expect(await vault.accounts()).toMatchObject([renamed]);
    await editAccount({ id: 'a', issuer: 'Home', account: 'me', tags: [] });
    expect(await vault.accounts()).toMatchObject([{ issuer: 'Home', account: 'me', foundAs }]);
  });

  test('tells an account whose site named nobody from the next one there', async () => {
    const { vault, editAccount } = await requestsOn(accountOf('a', { origins: ['https://id.example'], account: '' }));
    await editAccount({ id: 'a', issuer: 'Work', account: 'alice', tags: [] });
    const foundAs = { issuer: 'Demo', account: 'alice' };
    expect(await vault.accounts()).toMatchObject([{ issuer: 'Work', account: 'alice', foundAs }]);
    const next = accountOf('b', {
      origins: ['https://id.example'],
      account: '',
      secretBase32: 'NEWSECRETNEWSECRET234567',
      state: 'staged',
    });
    const moment = { begunElsewhere: [], nowInMillis: 0 };
    await vault.update((accounts) => commitAccount([...accounts, next], 'b', moment));
    expect((await vault.accounts())?.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is the only one of an account that no site knows', async () => {
    const { vault, editAccount } = await requestsOn(accountOf('a'));
    await editAccount({ id: 'a', ...names, tags: [] });
    expect((await vault.accounts())?.[0]).not.toHaveProperty('foundAs');
  });
});
