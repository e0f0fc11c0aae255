import { totpCode } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import { frameWith, LOGIN_CONFIG_TOTP, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { commitAccount } from '../vault/stage-account.ts';
import { accountOf, KEY, PASSWORD, STEP_BEGINS_AT } from '../vault/vault.fixture.ts';
import { accountRequests } from './account-requests.ts';
import { type EnrolmentsByTab, openEnrolments } from './enrolments.ts';
import { DocumentGoneError } from './frames.ts';
import { setUpHere } from './set-up-here.ts';
import { settleEnrolment } from './settle-enrolment.ts';
import { type TabWorld, tabWorld } from './tab.fixture.ts';

const HERE = 'http://localhost:8080';
const URI = `otpauth://totp/Demo:alice?secret=${KEY.secretBase32}&issuer=Demo`;
const ENROL: PageFrame = { frameId: 0, documentId: 'enrol', origin: HERE, signals: LOGIN_CONFIG_TOTP };
const AGAIN: PageFrame = { ...ENROL, documentId: 'again' };
const NEXT: PageFrame = { ...ENROL, documentId: 'next', signals: frameWith({ fields: [], heading: 'Welcome' }) };
const SUBMIT = { kind: 'left-form', by: 'submit' } as const;
const TAB = 3;
const MOMENT = { begunElsewhere: [], nowInMillis: STEP_BEGINS_AT };

interface World extends TabWorld {
  /** What is to be read in the picture `qr`. */
  readonly inPicture?: readonly string[];
  readonly onScreen?: readonly string[];
}

async function enrolWorld({ inPicture = [URI], onScreen = [], ...rest }: World = {}) {
  const world = await tabWorld({ frames: [ENROL], pictures: ['data:qr'], ...rest });
  const { vault } = world;
  const item = storageItem<EnrolmentsByTab>({ area: world.session, key: 'enrolments', fallback: {} });
  /** As after a restart of the background: all it knows is in the storage. */
  const restart = () =>
    openEnrolments({
      item,
      queue: serialQueue(),
      commit: (id, begunElsewhere) =>
        vault.update((accounts) => commitAccount(accounts, id, { ...MOMENT, begunElsewhere })),
    });
  const announced: string[] = [];
  let ids = 0;
  const ports = {
    ...world.ports,
    enrolments: restart(),
    decodeQr: async (dataUrl: string) => (dataUrl === 'data:qr' ? inPicture : onScreen),
    captureTab: async () => 'screen',
    randomId: () => `id-${(ids += 1)}`,
    lostSightMeansLeft: async () => true,
    announce: async (_tabId: number, outcome: string) => void announced.push(outcome),
  };
  return { ...world, ports, announced, restart };
}

type EnrolWorld = Awaited<ReturnType<typeof enrolWorld>>;

async function statesOf({ vault }: { vault: Awaited<ReturnType<typeof tabWorld>>['vault'] }) {
  return (await vault.accounts())?.map(({ id, state }) => `${id} ${state}`);
}

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
  const TEXT = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP';
  const AROUND = ['Type this key into your authenticator app', 'Algorithm: SHA256'];
  const MANUAL: PageFrame = { ...ENROL, signals: { ...LOGIN_OTP, shown: 'Set up your authenticator app' } };

  test('its setup link is as good', async () => {
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [URI], keys: [] } });
    expect(await setUpHere({ tabId: TAB }, world.ports)).toMatchObject({ ok: true, filled: true });
    expect(await world.vault.accounts()).toMatchObject([{ issuer: 'Demo', account: 'alice', origins: [HERE] }]);
  });

  test('its key in letters is taken with the values that stand there, under the name of the site', async () => {
    const keys = [{ text: TEXT, around: AROUND }];
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [], keys } });
    const names = { issuer: 'localhost', account: 'alice' };
    expect(await setUpHere({ tabId: TAB, names }, world.ports)).toMatchObject({ ok: true, filled: true });
    expect(await world.vault.accounts()).toMatchObject([
      { issuer: 'localhost', account: 'alice', secretBase32: KEY.secretBase32, algorithm: 'SHA256', state: 'staged' },
    ]);
  });

  test('a QR code that only the screen shows comes before a key in letters: it says whose it is', async () => {
    const keys = [{ text: TEXT, around: AROUND }];
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], onScreen: [URI], texts: { links: [], keys } });
    await setUpHere({ tabId: TAB }, world.ports);
    expect(await world.vault.accounts()).toMatchObject([{ issuer: 'Demo', algorithm: 'SHA1' }]);
  });

  test('a key for counted codes is refused', async () => {
    const keys = [{ text: TEXT, around: [...AROUND, 'Type: Counter-based'] }];
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [], keys } });
    expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: false, reason: 'hotp' });
  });

  test('where no picture tells its form from a sign-in, a form for a code never counts as accepted', async () => {
    const keys = [{ text: TEXT, around: AROUND }];
    const world = await enrolWorld({ frames: [MANUAL], inPicture: [], texts: { links: [], keys } });
    await setUpHere({ tabId: TAB, names: { issuer: 'Shop', account: 'alice' } }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [{ ...MANUAL, documentId: 'again' }];
    await settleEnrolment(TAB, world.ports);
    expect(world.announced).toEqual(['refused']);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });
});

describe('after the form was sent', () => {
  test('the next page accepts the account, although the background was stopped in between', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.restart().advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await settleEnrolment(TAB, { ...world.ports, enrolments: world.restart() });
    expect(await statesOf(world)).toEqual(['id-1 active']);
    expect(world.announced).toEqual(['accepted']);
    expect(await world.restart().all()).toEqual({});
  });

  test('the form again refuses it: it stays staged, and the new form is watched', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [AGAIN];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 staged']);
    expect(world.announced).toEqual(['refused']);
    expect(world.sent.at(-1)).toEqual({ documentId: 'again', name: 'watchForm', field: 0 });
  });

  test('a second page for a code, such as a sign-in with the new device, accepts it too', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [{ ...NEXT, signals: LOGIN_OTP }];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });

  test('a page out of sight accepts it only where that means another site', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [];
    await settleEnrolment(TAB, { ...world.ports, lostSightMeansLeft: async () => false });
    expect(await statesOf(world)).toEqual(['id-1 staged']);
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });

  test('a vault that was locked meanwhile gets the account at the next look', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await world.vault.lock();
    await settleEnrolment(TAB, world.ports);
    expect(world.announced).toEqual([]);
    await world.vault.unlock(PASSWORD.passwordKeyBase64);
    expect(await statesOf(world)).toEqual(['id-1 staged']);
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });

  test('other tabs, and tabs that were closed, accept nothing', async () => {
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [NEXT];
    await settleEnrolment(TAB + 1, world.ports);
    await world.ports.enrolments.end({ tabId: TAB });
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 staged']);
  });
});

test('an account that is set up anew takes the place of the active one only when the site accepted it', async () => {
  const active = accountOf('old', { origins: [HERE], secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' });
  const world = await enrolWorld({ accounts: [active] });
  await setUpHere({ tabId: TAB }, world.ports);
  expect(await statesOf(world)).toEqual(['old active', 'id-1 staged']);
  await world.ports.enrolments.advance(TAB, SUBMIT);
  world.tab.shown = [NEXT];
  await settleEnrolment(TAB, world.ports);
  expect(await statesOf(world)).toEqual(['id-1 active']);
});

test('an account that the user has renamed is renewed, and keeps the new name', async () => {
  const world = await enrolWorld();
  await setUpHere({ tabId: TAB }, world.ports);
  await world.vault.update((accounts) => commitAccount(accounts, 'id-1', MOMENT));
  const { editAccount } = accountRequests(world.ports);
  await editAccount({ id: 'id-1', issuer: 'Work', account: 'me', tags: ['daily'] });
  await setUpHere({ tabId: TAB }, world.ports);
  await world.ports.enrolments.advance(TAB, SUBMIT);
  world.tab.shown = [NEXT];
  await settleEnrolment(TAB, world.ports);
  expect(await world.vault.accounts()).toMatchObject([
    { id: 'id-2', issuer: 'Work', account: 'me', tags: ['daily'], state: 'active' },
  ]);
});

/** A page that shows its key in letters. */
const keysOf = (text: string) => ({
  links: [],
  keys: [{ text, around: ['Type this key into your authenticator app'] }],
});

test('two people at a site whose page names nobody have an account each, and the one who comes again a new key', async () => {
  const manual = { ...ENROL, signals: { ...LOGIN_OTP, shown: 'Set up your authenticator app' } };
  const world = await enrolWorld({ frames: [manual], inPicture: [], texts: keysOf('') });
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
  const manual = { ...ENROL, signals: { ...LOGIN_OTP, shown: 'Set up your authenticator app' } };
  const world = await enrolWorld({ frames: [manual], inPicture: [], texts: { links: [], keys } });
  expect(await setUpHere({ tabId: TAB }, world.ports)).toEqual({ ok: false, reason: 'no-name' });
  expect(await statesOf(world)).toEqual([]);
});

describe('a page that is no answer', () => {
  const passwordForm = frameWith({ fields: [{ name: 'username' }, { type: 'password', name: 'password' }] });
  test.each([
    ['an error', { ...NEXT.signals, isError: true }, HERE],
    ['a page to sign in at', passwordForm, HERE],
    ['a page to sign in at of another site', passwordForm, 'https://sso.example'],
  ])('such as %s, leaves the decision to the user, whatever comes after it', async (_name, signals, origin) => {
    const active = accountOf('old', { origins: [HERE], secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' });
    const world = await enrolWorld({ accounts: [active] });
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    for (const shown of [{ ...NEXT, origin, signals }, NEXT]) {
      world.tab.shown = [shown];
      await settleEnrolment(TAB, world.ports);
    }
    expect(await statesOf(world)).toEqual(['old active', 'id-1 staged']);
    expect(world.announced).toEqual(['refused']);
    expect(await world.ports.enrolments.all()).toMatchObject({ [TAB]: { phase: 'doubtful' } });
  });

  test('is not one where the user may change the password', async () => {
    const twice = frameWith({
      fields: [
        { type: 'password', name: 'old' },
        { type: 'password', name: 'new' },
      ],
    });
    const world = await enrolWorld();
    await setUpHere({ tabId: TAB }, world.ports);
    await world.ports.enrolments.advance(TAB, SUBMIT);
    world.tab.shown = [{ ...NEXT, signals: twice }];
    await settleEnrolment(TAB, world.ports);
    expect(await statesOf(world)).toEqual(['id-1 active']);
  });
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
