import { describe, expect, test } from 'vitest';
import { frameWith, LOGIN_CONFIG_TOTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { storageItem } from '../storage-item.ts';
import type { Account } from '../vault/account.ts';
import { accountOf, KEY } from '../vault/vault.fixture.ts';
import type { BackupRecord } from './backup-requests.ts';
import { DocumentGoneError } from './frames.ts';
import type { HeldCodes } from './held-codes.ts';
import { readPage } from './read-page.ts';
import { recoveryRequests } from './recovery-requests.ts';
import { tabWorld } from './tab.fixture.ts';

const HERE = 'https://id.example';
const TAB = 3;
const CODES = ['3f9c1-a07be', '81d2e-55c0f', 'b7a40-9e13d'];
const LINES = ['Recovery codes', ...CODES].map((text, place) => ({ text, isHeading: place === 0 }));
const PAGE: PageFrame = {
  frameId: 0,
  documentId: 'page',
  origin: HERE,
  signals: frameWith({ fields: [], heading: 'Recovery codes', shown: CODES.join(' ') }),
};
const alice = accountOf('a', { origins: [HERE] });
const bob = accountOf('b', { origins: [HERE], account: 'bob', createdAtInMillis: 1 });
const elsewhere = accountOf('e', { origins: ['https://other.example'] });

interface World {
  readonly accounts?: readonly Account[];
  readonly frames?: readonly PageFrame[];
  readonly lines?: unknown;
  readonly pictures?: readonly string[];
}

async function worldWith({ accounts = [alice], frames = [PAGE], lines = LINES, pictures = [] }: World = {}) {
  const world = await tabWorld({ accounts, frames, pictures });
  world.answers['collectLines'] = lines;
  const backup = storageItem<BackupRecord>({
    area: world.session,
    key: 'backup',
    fallback: { accountIds: ['a', 'e'] },
  });
  const ports = {
    ...world.ports,
    backup,
    decodeQr: async () => [`otpauth://totp/Demo:alice?secret=${KEY.secretBase32}&issuer=Demo`],
  };
  const read = async () => (await readPage(TAB, world.tab.shown, ports)).recovery;
  return { ...world, backup, read, ...recoveryRequests(ports) };
}

const unused = CODES.map((code) => ({ code, isUsed: false }));

describe('codes of a page', () => {
  test('are offered by their number, and nothing is kept before the press', async () => {
    const { read, vault } = await worldWith();
    expect(await read()).toEqual({ count: 3, accountIds: ['a'] });
    expect(await vault.accounts()).toEqual([alice]);
  });

  test('are offered for the newest account of the site, or for the one that the page names', async () => {
    const accounts = [alice, bob, elsewhere];
    expect(await (await worldWith({ accounts })).read()).toEqual({ count: 3, accountIds: ['b', 'a'] });
    const named = { ...PAGE, signals: { ...PAGE.signals, shown: 'Signed in as alice' } };
    expect(await (await worldWith({ accounts, frames: [named] })).read()).toEqual({ count: 3, accountIds: ['a', 'b'] });
  });

  test('are told of where the site has no account yet', async () => {
    expect(await (await worldWith({ accounts: [elsewhere] })).read()).toEqual({ count: 3, accountIds: [] });
  });

  test('are kept with the account that the user has chosen, and are offered no more', async () => {
    const { vault, read, keepRecoveryCodes, readRecoveryCodes } = await worldWith({ accounts: [alice, bob] });
    expect(await keepRecoveryCodes({ tabId: TAB, accountId: 'a' })).toEqual({ ok: true, kept: 3 });
    expect(await vault.accounts()).toEqual([{ ...alice, recoveryCodes: unused }, bob]);
    expect(await readRecoveryCodes({ id: 'a' })).toEqual({ ok: true, codes: unused });
    expect(await read()).toBeUndefined();
  });

  test('take the place of older ones; what was used stays so', async () => {
    const old = [
      { code: CODES[1]!, isUsed: true },
      { code: 'old00-old00', isUsed: false },
    ];
    const { vault, keepRecoveryCodes } = await worldWith({ accounts: [{ ...alice, recoveryCodes: old }] });
    await keepRecoveryCodes({ tabId: TAB, accountId: 'a' });
    const expected = CODES.map((code) => ({ code, isUsed: code === CODES[1] }));
    expect((await vault.accounts())?.[0]?.recoveryCodes).toEqual(expected);
  });

  test('make the newest backup an old one', async () => {
    const { backup, keepRecoveryCodes } = await worldWith();
    await keepRecoveryCodes({ tabId: TAB, accountId: 'a' });
    expect(await backup.get()).toEqual({ accountIds: ['e'] });
  });

  test('that the user types stand beside those that are there, and make the newest backup an old one', async () => {
    const { vault, backup, addRecoveryCodes } = await worldWith({
      accounts: [{ ...alice, recoveryCodes: [unused[0]!] }],
    });
    const text = `1. ${CODES[0]}\n2. ${CODES[1]}\n`;
    expect(await addRecoveryCodes({ id: 'a', text })).toEqual({ ok: true, added: 1 });
    expect((await vault.accounts())?.[0]?.recoveryCodes).toEqual(unused.slice(0, 2));
    expect(await backup.get()).toEqual({ accountIds: ['e'] });
    expect(await addRecoveryCodes({ id: 'a', text })).toEqual({ ok: true, added: 0 });
  });

  test.each([
    [' \n ', 'no-codes-typed'],
    [
      Array.from({ length: 65 }, (_, at) => `code-${String(at).padStart(4, '0')}`).join('\n'),
      'too-many-recovery-codes',
    ],
  ])('that are none, or too many, change nothing', async (text, reason) => {
    const { vault, addRecoveryCodes } = await worldWith({ accounts: [{ ...alice, recoveryCodes: unused }] });
    expect(await addRecoveryCodes({ id: 'a', text })).toEqual({ ok: false, reason });
    expect((await vault.accounts())?.[0]?.recoveryCodes).toEqual(unused);
  });

  test('do not hold the key of the authenticator, which looks like one', async () => {
    const key = KEY.secretBase32.toLowerCase().replace(/(.{4})(?=.)/g, '$1-');
    const lines = ['Recovery code', key].map((text) => ({ text, isHeading: false }));
    const signals = { ...LOGIN_CONFIG_TOTP, shown: 'Recovery code' };
    const { read, sent } = await worldWith({ frames: [{ ...PAGE, signals }], lines, pictures: ['data:qr'] });
    expect(await read()).toBeUndefined();
    expect(sent).toContainEqual({ documentId: 'page', name: 'collectLines' });
  });
});

describe('codes that a page shows before the account is there', () => {
  test('are held for it, and are offered no more in that tab', async () => {
    const { read, vault, ports, holdRecoveryCodes } = await worldWith({ accounts: [] });
    expect(await holdRecoveryCodes({ tabId: TAB })).toEqual({ ok: true, kept: 3 });
    expect(await read()).toBeUndefined();
    expect(await vault.accounts()).toEqual([]);
    expect(await ports.heldCodes.find(TAB, HERE)).toEqual(CODES);
    expect(await ports.heldCodes.find(TAB, 'https://other.example')).toEqual([]);
    expect(await ports.heldCodes.find(TAB + 1, HERE)).toEqual([]);
  });

  test('are offered to an account of the list once it is used at the site, and are held no longer when it has them', async () => {
    const { read, vault, ports, holdRecoveryCodes, keepRecoveryCodes } = await worldWith({ accounts: [elsewhere] });
    await holdRecoveryCodes({ tabId: TAB });
    await vault.update((accounts) => accounts.map((account) => ({ ...account, origins: [...account.origins, HERE] })));
    expect(await read()).toEqual({ count: 3, accountIds: ['e'] });
    expect(await keepRecoveryCodes({ tabId: TAB, accountId: 'e' })).toEqual({ ok: true, kept: 3 });
    expect(await read()).toBeUndefined();
    expect(await ports.heldCodes.find(TAB, HERE), 'for an account that is set up later').toEqual([]);
  });

  test.each([
    { origin: HERE, codes: ['other-codes'] },
    { origin: 'https://other.example', codes: CODES },
  ])('stay when an account has got others: $codes of $origin', async (held) => {
    const { ports, keepRecoveryCodes } = await worldWith();
    await ports.heldCodes.hold(TAB, held);
    await keepRecoveryCodes({ tabId: TAB, accountId: 'a' });
    expect(await ports.heldCodes.find(TAB, held.origin)).toEqual(held.codes);
  });

  test.each<[string, (held: HeldCodes) => Promise<void>]>([
    ['the tab is closed', ({ end }) => end(TAB)],
    ['the vault locks', ({ clear }) => clear()],
  ])('are gone when %s', async (_when, happens) => {
    const { ports, holdRecoveryCodes } = await worldWith({ accounts: [] });
    await holdRecoveryCodes({ tabId: TAB });
    await happens(ports.heldCodes);
    expect(await ports.heldCodes.find(TAB, HERE)).toEqual([]);
  });
});

describe('nothing is kept', () => {
  test.each<[string, World, string, string]>([
    ['with an account of another site', { accounts: [alice, elsewhere] }, 'e', 'not-bound'],
    ['with an account that is gone', {}, 'gone', 'not-bound'],
    ['of a page out of reach', { frames: [] }, 'a', 'no-access'],
    ['of a page without https', { frames: [{ ...PAGE, origin: 'http://id.example' }] }, 'a', 'insecure-origin'],
    ['of a page that shows none any more', { lines: [] }, 'a', 'no-recovery-codes'],
    ['of a page that answers something else', { lines: [7, null, { text: {} }] }, 'a', 'no-recovery-codes'],
  ])('%s', async (_name, world, accountId, reason) => {
    const { keepRecoveryCodes, vault } = await worldWith(world);
    const before = await vault.accounts();
    expect(await keepRecoveryCodes({ tabId: TAB, accountId })).toEqual({ ok: false, reason });
    expect(await vault.accounts()).toEqual(before);
  });

  test('of a frame of another site', async () => {
    const inner = { ...PAGE, frameId: 4, documentId: 'inner', origin: 'https://evil.example' };
    const world = await worldWith({ frames: [PAGE, inner] });
    world.tab.ask = async ({ documentId }) => (documentId === 'inner' ? LINES : []);
    expect(await world.read()).toBeUndefined();
    expect(await world.keepRecoveryCodes({ tabId: TAB, accountId: 'a' })).toMatchObject({ ok: false });
  });

  test('in a locked vault, and none is shown', async () => {
    const { vault, sent, ...requests } = await worldWith({ accounts: [{ ...alice, recoveryCodes: unused }] });
    await vault.lock();
    const locked = { ok: false, reason: 'locked' };
    expect(await requests.keepRecoveryCodes({ tabId: TAB, accountId: 'a' })).toEqual(locked);
    expect(await requests.holdRecoveryCodes({ tabId: TAB })).toEqual(locked);
    expect(await requests.readRecoveryCodes({ id: 'a' })).toEqual(locked);
    expect(await requests.markRecoveryCode({ id: 'a', code: CODES[0]!, isUsed: true })).toEqual(locked);
    expect(await requests.removeRecoveryCodes({ id: 'a' })).toEqual(locked);
    expect(sent).toEqual([]);
  });

  test('of a page that has gone meanwhile: the rest of what is known of it is told', async () => {
    const world = await worldWith();
    world.tab.ask = async () => {
      throw new DocumentGoneError('No answer to collectLines.');
    };
    expect(await world.read()).toBeUndefined();
    expect(await world.keepRecoveryCodes({ tabId: TAB, accountId: 'a' })).toEqual({
      ok: false,
      reason: 'no-recovery-codes',
    });
  });
});

test('a code is crossed off and taken back, and the list goes as a whole', async () => {
  const { vault, markRecoveryCode, removeRecoveryCodes } = await worldWith({
    accounts: [{ ...alice, recoveryCodes: unused }, bob],
  });
  const used = async () => (await vault.accounts())?.[0]?.recoveryCodes.filter(({ isUsed }) => isUsed);
  await markRecoveryCode({ id: 'a', code: CODES[1]!, isUsed: true });
  await markRecoveryCode({ id: 'a', code: 'unknown', isUsed: true });
  expect(await used()).toEqual([{ code: CODES[1], isUsed: true }]);
  await markRecoveryCode({ id: 'a', code: CODES[1]!, isUsed: false });
  expect(await used()).toEqual([]);
  await removeRecoveryCodes({ id: 'a' });
  expect(await vault.accounts()).toEqual([alice, bob]);
});
