import { totpCode } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import { commitAccount } from '../vault/stage-account.ts';
import { KEY, STEP_BEGINS_AT } from '../vault/vault.fixture.ts';
import {
  AGAIN,
  ENROL,
  enrolWorld,
  type EnrolWorld,
  HERE,
  KEY_IN_LETTERS,
  MANUAL,
  MOMENT,
  NEXT,
  statesOf,
  TAB,
  URI,
} from './enrolment.fixture.ts';
import { DocumentGoneError } from './frames.ts';
import { setUpHere } from './set-up-here.ts';

describe('setting up', () => {
  test('keeps the account as staged and bound to the page, fills code and device name, and watches the form', async () => {
    const world = await enrolWorld();
    expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: true, id: 'id-1', filled: true });
    const { code } = totpCode(KEY, STEP_BEGINS_AT);
    expect(world.sent).toEqual([
      { documentId: 'enrol', name: 'collectPictures' },
      { documentId: 'enrol', name: 'watchForm', field: 0 },
      { documentId: 'enrol', name: 'fillField', boxes: [2], text: 'Lifeguard 2023-11-14 22:13' },
      { documentId: 'enrol', name: 'fillField', boxes: [0], text: code },
    ]);
    expect(await world.vault.accounts()).toMatchObject([
      { id: 'id-1', issuer: 'Demo', account: 'alice', origins: [HERE], state: 'staged' },
    ]);
  });

  test('again on the same page replaces the account that waits', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    expect(await setUpHere({ tabId: TAB }, world.ports)).toMatchObject({ id: 'id-1' });
    expect(await statesOf(world)).toEqual(['id-1 staged']);
  });

  test('reads the screen when no picture of the page can be read', async () => {
    const world = await enrolWorld({ inPicture: [], onScreen: [URI] });
    expect(await setUpHere({ tabId: TAB }, world.ports)).toMatchObject({ ok: true, filled: true });
  });

  test('a page without a code field only keeps the account', async () => {
    const signals = { ...NEXT.signals, squarePictures: 1 };
    const world = await enrolWorld({ frames: [{ ...NEXT, signals }] });
    expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: true, id: 'id-1', filled: false });
  });

  test('recovery codes that the tab has shown before go with the account, and with no other', async () => {
    const world = await enrolWorld();
    const codes = ['3f9c1-a07be', '81d2e-55c0f'];
    await world.ports.heldCodes.hold(TAB, { origin: HERE, codes });
    await setUpHere({ tabId: TAB }, world.ports);
    expect(await world.vault.accounts()).toMatchObject([
      { recoveryCodes: codes.map((code) => ({ code, isUsed: false })), state: 'staged' },
    ]);
    expect(await world.ports.heldCodes.find(TAB, HERE)).toEqual([]);
    await world.ports.heldCodes.hold(TAB, { origin: 'https://other.example', codes: ['other'] });
    await setUpHere({ tabId: TAB }, world.ports);
    expect((await world.vault.accounts())?.[0]?.recoveryCodes.map(({ code }) => code)).toEqual(codes);
    expect(await world.ports.heldCodes.find(TAB, 'https://other.example')).toEqual(['other']);
  });

  test('the user says what the account is called, and the names of the page stay beside that', async () => {
    const world = await enrolWorld();
    const names = { issuer: ' Work ', account: `${'x'.repeat(300)}` };
    expect(await setUpHere({ tabId: TAB, names }, world.ports)).toMatchObject({ ok: true });
    expect(await world.vault.accounts()).toMatchObject([
      { issuer: 'Work', account: 'x'.repeat(256), foundAs: { issuer: 'Demo', account: 'alice' }, state: 'staged' },
    ]);
  });

  test('where the user has named the account alone, the page names the site', async () => {
    const world = await enrolWorld();
    expect(await setUpHere({ tabId: TAB, names: { account: 'me' } }, world.ports)).toMatchObject({ ok: true });
    expect(await world.vault.accounts()).toMatchObject([{ issuer: 'Demo', account: 'me' }]);
  });

  test.each([
    ['no-issuer', { issuer: '  ', account: 'alice' }],
    ['no-name', { issuer: 'Demo', account: '' }],
  ] as const)('an empty name is refused as %s, before anything is read', async (reason, names) => {
    const world = await enrolWorld();
    expect(await setUpHere({ tabId: TAB, names }, world.ports)).toEqual({ ok: false, reason });
    expect(await statesOf(world)).toEqual([]);
    expect(world.sent).toEqual([]);
  });

  test.each([
    ['no QR code', { inPicture: [] }, 'no-qr'],
    ['an HOTP key', { inPicture: ['otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=1'] }, 'hotp'],
    ['two setup codes', { inPicture: [URI, URI.replace('alice', 'bob')] }, 'several-qr'],
    ['a page without https', { frames: [{ ...ENROL, origin: 'http://id.example' }] }, 'insecure-origin'],
    ['a page out of reach', { frames: [] }, 'no-access'],
  ] as const)('%s changes nothing', async (_name, changes, reason) => {
    const world = await enrolWorld(changes);
    expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: false, reason });
    expect(await statesOf(world)).toEqual([]);
  });

  test('a locked vault changes nothing', async () => {
    const world = await enrolWorld();
    await world.vault.lock();
    expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: false, reason: 'locked' });
    expect(world.sent).toEqual([]);
  });

  test('a QR code in a frame of another site is not looked at', async () => {
    const inner = { ...ENROL, frameId: 7, documentId: 'inner', origin: 'https://evil.example' };
    const world = await enrolWorld({ frames: [NEXT, inner] });
    expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: false, reason: 'no-qr' });
    expect(world.sent).toEqual([]);
  });
});

describe('a page without a QR code', () => {
  test('its setup link is as good', async () => {
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [URI], keys: [] } });
    expect(await setUpHere({ tabId: TAB }, world.ports)).toMatchObject({ ok: true, filled: true });
    expect(await world.vault.accounts()).toMatchObject([{ issuer: 'Demo', account: 'alice', origins: [HERE] }]);
  });

  test('its key in letters is taken with the values that stand there, under the name of the site', async () => {
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [], keys: [KEY_IN_LETTERS] } });
    const names = { issuer: 'localhost', account: 'alice' };
    expect(await setUpHere({ tabId: TAB, names }, world.ports)).toMatchObject({ ok: true, filled: true });
    expect(await world.vault.accounts()).toMatchObject([
      { issuer: 'localhost', account: 'alice', secretBase32: KEY.secretBase32, algorithm: 'SHA256', state: 'staged' },
    ]);
  });

  test('a QR code that only the screen shows comes before a key in letters: it says whose it is', async () => {
    const world = await enrolWorld({
      frames: [MANUAL],
      inPicture: [],
      onScreen: [URI],
      texts: { links: [], keys: [KEY_IN_LETTERS] },
    });
    await setUpHere({ tabId: TAB }, world.ports);
    expect(await world.vault.accounts()).toMatchObject([{ issuer: 'Demo', algorithm: 'SHA1' }]);
  });

  test('a key for counted codes is refused', async () => {
    const keys = [{ ...KEY_IN_LETTERS, around: [...KEY_IN_LETTERS.around, 'Type: Counter-based'] }];
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [], keys } });
    expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: false, reason: 'hotp' });
  });
});

/** A page that shows its key in letters. */
const keysOf = (text: string) => ({
  links: [],
  keys: [{ text, around: ['Type this key into your authenticator app'] }],
});

test('two people at a site whose page names nobody have an account each, and the one who comes again a new key', async () => {
  const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: keysOf('') });
  const attempts = [
    ['alice', 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP'],
    ['bob', 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ'],
    ['alice', 'NBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP'],
  ] as const;
  for (const [account, text] of attempts) {
    world.answers['collectTexts'] = keysOf(text);
    const answer = await setUpHere({ tabId: TAB, names: { issuer: 'Shop', account } }, world.ports);
    await world.vault.update((accounts) => commitAccount(accounts, answer.ok ? answer.id : '', MOMENT));
  }
  expect(await world.vault.accounts()).toMatchObject([
    { account: 'bob', formerKeys: [] },
    { account: 'alice', formerKeys: [{ secretBase32: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }] },
  ]);
});

test('where the page names nobody and nobody was asked, nothing is kept', async () => {
  const keys = [
    { text: 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP', around: ['Type this key into your authenticator app'] },
  ];
  const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [], keys } });
  expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: false, reason: 'no-name' });
  expect(await statesOf(world)).toEqual([]);
});

test.each([
  ['locks', 'locked', ({ vault }: Pick<EnrolWorld, 'vault'>) => vault.lock()],
  [
    'loses the account',
    'cancelled',
    ({ vault }: Pick<EnrolWorld, 'vault'>) => vault.update(() => [], { removes: true }),
  ],
] as const)('a vault that %s while the next code is awaited gives none', async (_name, reason, change) => {
  const world = await enrolWorld();
  await setUpHere({ tabId: TAB }, world.ports);
  world.tab.shown = [AGAIN];
  const sleep = async (inMillis: number) => {
    await world.ports.sleep(inMillis);
    await change(world);
  };
  const before = world.sent.length;
  expect(await setUpHere({ tabId: TAB }, { ...world.ports, sleep })).toEqual({ ok: false, reason });
  expect(world.sent.slice(before)).not.toContainEqual(expect.objectContaining({ name: 'fillField' }));
});

test('a page that leaves at any question gets no code, and the popup hears of it', async () => {
  for (let goesAt = 0; ; goesAt += 1) {
    const world = await enrolWorld();
    const { ask } = world.tab;
    let asked = 0;
    world.tab.ask = async (...question) => {
      asked += 1;
      if (asked > goesAt) throw new DocumentGoneError('gone');
      return ask(...question);
    };
    const answer = await setUpHere({ tabId: TAB }, world.ports);
    if (answer.ok) return expect(goesAt, 'questions').toBeGreaterThan(3);
    // Before there is a key there is nothing to set up.
    expect(answer).toEqual({ ok: false, reason: goesAt === 0 ? 'no-qr' : 'gone' });
  }
});
