import { totpCode } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import { boxRow, frameWith, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';
import type { ChangeAccounts } from '../vault/vault.ts';
import { accountOf, STEP_BEGINS_AT } from '../vault/vault.fixture.ts';
import { DocumentGoneError, type Frames } from './frames.ts';
import { fillByCommand } from './fill-by-command.ts';
import { fillCode } from './fill-code.ts';
import { settleEnrolment } from './settle-enrolment.ts';
import { tabWorld } from './tab.fixture.ts';

const HERE = 'http://localhost:8080';
const ALICE = accountOf('a', { origins: [HERE] });
const LOGIN: PageFrame = { frameId: 0, documentId: 'top', origin: HERE, signals: LOGIN_OTP };
const TARGET = { tabId: 3, accountId: 'a' };

function codeAt(unixMillis: number): string {
  return totpCode(otpKeyOf(ALICE), unixMillis).code;
}

test('sends one code to one document, and nothing else of the account', async () => {
  const frames = [LOGIN, { ...LOGIN, frameId: 4, documentId: 'inner' }];
  const { ports, sent } = await tabWorld({ accounts: [ALICE], frames });
  expect(await fillCode(TARGET, ports)).toEqual({ ok: true, by: 'value' });
  expect(sent).toEqual([{ documentId: 'top', name: 'fillField', boxes: [1], text: codeAt(STEP_BEGINS_AT) }]);
});

test('names the boxes of a field in their order, with the whole code', async () => {
  const fields = boxRow(6, { maxLength: 1, autocomplete: 'one-time-code' });
  const frames = [{ ...LOGIN, signals: frameWith({ fields }) }];
  const { ports, sent } = await tabWorld({ accounts: [ALICE], frames });
  await fillCode(TARGET, ports);
  expect(sent).toMatchObject([{ boxes: [0, 1, 2, 3, 4, 5], text: codeAt(STEP_BEGINS_AT) }]);
});

test('with less than three seconds left it waits for the next code, and counts down on the button', async () => {
  const { ports, sent, clock, shownSeconds } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
  clock.now += 28_000;
  await fillCode(TARGET, ports);
  expect(clock.now).toBe(STEP_BEGINS_AT + 30_000);
  expect(sent).toMatchObject([{ text: codeAt(STEP_BEGINS_AT + 30_000) }]);
  expect(shownSeconds).toEqual([2, 1, undefined]);
});

test('a code that went to one page is not given to another: a site takes each code once', async () => {
  const { ports, sent, tab, clock } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
  await fillCode(TARGET, ports);
  await fillCode(TARGET, ports);
  expect(clock.now).toBe(STEP_BEGINS_AT);
  tab.shown = [{ ...LOGIN, documentId: 'the next sign-in' }];
  await fillCode(TARGET, ports);
  expect(clock.now).toBe(STEP_BEGINS_AT + 30_000);
  const codes = [STEP_BEGINS_AT, STEP_BEGINS_AT, STEP_BEGINS_AT + 30_000].map(codeAt);
  expect(sent).toMatchObject(codes.map((text) => ({ text })));
});

test('a fill goes by what was asked for before it, written or not', async () => {
  const { ports, sent, vault, clock } = await tabWorld({ accounts: [{ ...ALICE, origins: [] }], frames: [LOGIN] });
  void vault.update((accounts) => accounts.map((account) => ({ ...account, origins: [HERE] })));
  expect(await fillCode(TARGET, ports)).toEqual({ ok: true, by: 'value' });
  void ports.givenCodes.remember('a', { step: Math.floor(clock.now / 30_000), documentId: 'another page' });
  await fillCode(TARGET, ports);
  expect(sent).toMatchObject([STEP_BEGINS_AT, STEP_BEGINS_AT + 30_000].map((at) => ({ text: codeAt(at) })));
  void vault.update((accounts) => accounts.map((account) => ({ ...account, origins: [] })));
  expect(await fillCode(TARGET, ports)).toEqual({ ok: false, reason: 'not-bound' });
});

describe('a wait for the next code', () => {
  test('is known while it runs, and ends without a code when somebody cancels it', async () => {
    const { ports, sent, clock, shownSeconds } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
    clock.now += 27_500;
    const sleep = async (millis: number): Promise<void> => {
      expect(ports.waits.in(TARGET.tabId)).toEqual({ accountId: 'a', untilInMillis: STEP_BEGINS_AT + 30_000 });
      clock.now += millis;
      ports.waits.cancel(TARGET.tabId);
    };
    expect(await fillCode(TARGET, { ...ports, sleep })).toEqual({ ok: false, reason: 'cancelled' });
    expect(ports.waits.in(TARGET.tabId)).toBeUndefined();
    expect(shownSeconds).toEqual([3, undefined]);
    expect(sent).toEqual([]);
    expect(await ports.givenCodes.all()).toEqual({});
  });

  test('that is cancelled in its last moment gives no code either', async () => {
    const { ports, sent, clock } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
    clock.now += 29_500;
    const showSeconds = async (_tabId: number, seconds: number | undefined): Promise<void> => {
      if (seconds === undefined) ports.waits.cancel(TARGET.tabId);
    };
    expect(await fillCode(TARGET, { ...ports, showSeconds })).toEqual({ ok: false, reason: 'cancelled' });
    expect(sent).toEqual([]);
  });

  test('is no more when it has failed', async () => {
    const { ports, clock } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
    clock.now += 28_000;
    const sleep = rejecting(new TypeError('a mistake'));
    await expect(fillCode(TARGET, { ...ports, sleep })).rejects.toThrow('a mistake');
    expect(ports.waits.in(TARGET.tabId)).toBeUndefined();
  });
});

test('a vault that is locked while it waits gives nothing', async () => {
  const { ports, sent, clock, vault } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
  clock.now += 28_000;
  const sleep = async (): Promise<void> => vault.lock();
  expect(await fillCode(TARGET, { ...ports, sleep })).toEqual({ ok: false, reason: 'locked' });
  expect(sent).toEqual([]);
});

describe('what the user changes while it waits for the next code', () => {
  const inPartner: PageFrame[] = [
    { ...LOGIN, origin: 'http://localhost:8081', signals: frameWith({ fields: [] }) },
    { ...LOGIN, frameId: 4, documentId: 'inner' },
  ];
  const framed = { ...ALICE, frames: [{ origin: HERE, within: 'http://localhost:8081' }] };

  async function fillWhile(change: ChangeAccounts, account = ALICE, frames: readonly PageFrame[] = [LOGIN]) {
    const { ports, sent, clock, vault } = await tabWorld({ accounts: [account], frames });
    clock.now += 29_000;
    const sleep = async (millis: number): Promise<void> => {
      clock.now += millis;
      await vault.update(change, { removes: true });
    };
    return { answer: await fillCode(TARGET, { ...ports, sleep }), sent, given: await ports.givenCodes.all() };
  }

  test.each<[string, object, ChangeAccounts, Account?, PageFrame[]?]>([
    ['the account is removed', { reason: 'no-account' }, () => []],
    ['the site is', { reason: 'not-bound' }, ([account]) => [{ ...account!, origins: [] }]],
    ['the frame is', { reason: 'needs-consent' }, ([account]) => [{ ...account!, frames: [] }], framed, inPartner],
  ])('counts: %s', async (_name, answer, change, account, frames) => {
    const { sent, given, ...filled } = await fillWhile(change, account, frames);
    expect(filled).toEqual({ answer: { ok: false, ...answer } });
    expect(sent.filter((one) => 'text' in one)).toEqual([]);
    expect(given).toEqual({});
  });

  test('counts: the form is no longer to be sent', async () => {
    const { answer, sent } = await fillWhile(([account]) => [{ ...account!, submitsAt: [] }], {
      ...ALICE,
      submitsAt: [HERE],
    });
    expect(answer).toMatchObject({ ok: true });
    expect(sent).toMatchObject([{ name: 'fillField' }]);
  });

  test('counts: another key, as of an enrolment that was begun anew', async () => {
    const other = { ...ALICE, secretBase32: 'NBSWY3DPEB3W64TM' };
    const { sent } = await fillWhile(() => [other]);
    expect(sent).toMatchObject([{ text: totpCode(otpKeyOf(other), STEP_BEGINS_AT + 30_000).code }]);
  });
});

test('a locked vault, an unknown account and an unbound page get nothing', async () => {
  const { ports, sent, tab, vault } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
  expect(await fillCode({ ...TARGET, accountId: 'b' }, ports)).toEqual({ ok: false, reason: 'no-account' });
  tab.shown = [{ ...LOGIN, origin: 'http://localhost:8081' }];
  expect(await fillCode(TARGET, ports)).toEqual({ ok: false, reason: 'not-bound' });
  await vault.lock();
  expect(await fillCode(TARGET, ports)).toEqual({ ok: false, reason: 'locked' });
  expect(sent).toEqual([]);
});

test('a page that does not keep the code is not called filled', async () => {
  const { ports, answers } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
  answers['fillField'] = { kept: false, reason: 'zero-lost' };
  expect(await fillCode(TARGET, ports)).toEqual({ ok: false, reason: 'zero-lost' });
});

test('a document that goes on while the next code is awaited is told, and another error is none of that', async () => {
  const { ports } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
  const failing = (error: Error) => ({
    ...ports,
    frames: {
      ...ports.frames,
      ask: async () => {
        throw error;
      },
    } as unknown as Frames,
  });
  expect(await fillCode(TARGET, failing(new DocumentGoneError()))).toEqual({ ok: false, reason: 'gone' });
  await expect(fillCode(TARGET, failing(new TypeError('a mistake')))).rejects.toThrow('a mistake');
});

describe('the keyboard command', () => {
  interface Situation {
    readonly accounts: readonly (typeof ALICE)[];
    readonly frames?: readonly PageFrame[];
    readonly locked?: boolean;
    readonly outcome?: object;
  }
  async function press({ accounts, frames = [LOGIN], locked = false, outcome }: Situation) {
    const { ports, sent, vault, answers } = await tabWorld({ accounts, frames });
    if (locked) await vault.lock();
    if (outcome !== undefined) answers['fillField'] = outcome;
    let popups = 0;
    await fillByCommand(3, { ...ports, openPopup: async () => void (popups += 1) });
    return {
      popups,
      filled: sent.filter((question) => 'text' in question).length,
      failed: await ports.failedFills.take(3),
    };
  }
  const BOB = accountOf('b', { account: 'bob', origins: [HERE] });

  test('fills when exactly one account is bound to the page', async () => {
    expect(await press({ accounts: [ALICE, accountOf('c')] })).toEqual({ popups: 0, filled: 1 });
  });

  test('prefers the active account to a staged one', async () => {
    expect(await press({ accounts: [ALICE, { ...BOB, state: 'staged' }] })).toEqual({ popups: 0, filled: 1 });
    expect(await press({ accounts: [{ ...BOB, state: 'staged' }] })).toEqual({ popups: 0, filled: 1 });
  });

  test('opens the popup for several accounts, for none, while locked, and where there is no field', async () => {
    const opened = { popups: 1, filled: 0 };
    expect(await press({ accounts: [ALICE, BOB] })).toEqual(opened);
    expect(await press({ accounts: [accountOf('c')] })).toEqual(opened);
    expect(await press({ accounts: [ALICE], locked: true })).toEqual(opened);
    expect(await press({ accounts: [ALICE], frames: [] })).toEqual(opened);
    expect(await press({ accounts: [ALICE], frames: [{ ...LOGIN, signals: frameWith({ fields: [] }) }] })).toEqual(
      opened,
    );
  });

  test('fills the one of several accounts whose name the page shows', async () => {
    const frames = [{ ...LOGIN, signals: { ...LOGIN_OTP, shown: 'Sign in as bob' } }];
    expect(await press({ accounts: [ALICE, BOB], frames })).toEqual({ popups: 0, filled: 1 });
  });

  test('leaves the user in peace who has ended the wait', async () => {
    const { ports, clock } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
    clock.now += 28_000;
    const sleep = async (): Promise<void> => ports.waits.cancel(3);
    await fillByCommand(3, { ...ports, sleep, openPopup: rejecting(new Error('a popup')) });
    expect(await ports.failedFills.take(3)).toBeUndefined();
  });

  test('lets the popup say why a page kept nothing, once', async () => {
    const outcome = { kept: false, reason: 'occupied' };
    expect(await press({ accounts: [ALICE], outcome })).toEqual({ popups: 1, filled: 1, failed: 'occupied' });
  });
});

describe('a site whose form is to be sent', () => {
  test('is sent after the code is in', async () => {
    const { ports, sent } = await tabWorld({ accounts: [{ ...ALICE, submitsAt: [HERE] }], frames: [LOGIN] });
    await fillCode(TARGET, ports);
    expect(sent).toMatchObject([{ name: 'fillField' }, { documentId: 'top', name: 'submitForm', field: 1 }]);
  });

  test.each([
    ['without the user’s word', [], { kept: true, by: 'value' }],
    ['by the word for another site', ['http://localhost:8081'], { kept: true, by: 'value' }],
    ['when the code is not in', [HERE], { kept: false, reason: 'not-kept' }],
    ['a second time, where the page has sent it by itself', [HERE], { kept: true, by: 'value', isTaken: true }],
  ])('is not sent %s', async (_name, submitsAt, outcome) => {
    const { ports, sent, answers } = await tabWorld({ accounts: [{ ...ALICE, submitsAt }], frames: [LOGIN] });
    answers['fillField'] = outcome;
    await fillCode(TARGET, ports);
    expect(sent).toMatchObject([{ name: 'fillField' }]);
  });
});

test("the code is for the time of the field's site, and so is the wait for the next one", async () => {
  const { ports, sent, clock, shownSeconds } = await tabWorld({ accounts: [ALICE], frames: [LOGIN] });
  const asked: unknown[] = [];
  const skewAt = async (document: unknown) => {
    asked.push(document);
    return -62_000;
  };
  await fillCode(TARGET, { ...ports, clocks: { skewAt } });
  // By the site's clock the step ends in two seconds.
  expect(shownSeconds).toEqual([2, 1, undefined]);
  expect(clock.now).toBe(STEP_BEGINS_AT + 2_000);
  expect(sent).toMatchObject([{ text: codeAt(STEP_BEGINS_AT - 60_000) }]);
  expect(asked).toMatchObject([{ tabId: 3, documentId: 'top', origin: HERE }]);
});

function rejecting(error: Error): () => Promise<never> {
  return () => Promise.reject(error);
}

describe('a sign-in with an account that its site has not accepted yet', () => {
  const WAITING = { ...ALICE, state: 'staged' as const };
  async function signIn(...pages: readonly PageFrame[]) {
    const world = await tabWorld({ accounts: [WAITING], frames: [LOGIN] });
    const ports = {
      ...world.ports,
      lostSightMeansLeft: async () => true,
      announce: async () => {},
    };
    expect(await fillCode(TARGET, ports)).toMatchObject({ ok: true });
    expect(world.sent.map((question) => (question as { name: string }).name)).toEqual(['watchForm', 'fillField']);
    await ports.enrolments.advance(TARGET.tabId, { kind: 'left-form', by: 'submit' });
    for (const page of pages) {
      world.tab.shown = [page];
      await settleEnrolment(TARGET.tabId, ports);
    }
    return { ...world, ports, state: (await world.vault.accounts())?.[0]?.state };
  }
  const HOME = { ...LOGIN, documentId: 'home', signals: frameWith({ fields: [], heading: 'Welcome' }) };

  test('makes it active when the site goes on', async () => {
    expect((await signIn(HOME)).state).toBe('active');
  });

  test.each([
    ['asks again', { ...LOGIN, documentId: 'again' }],
    ['fails', { ...HOME, signals: { ...HOME.signals, isError: true } }],
  ])('leaves it waiting when the site %s', async (_name, page) => {
    expect((await signIn(page)).state).toBe('staged');
  });

  test('leaves its enrolment alone where that goes on in the tab', async () => {
    const { ports, sent } = await tabWorld({ accounts: [WAITING], frames: [LOGIN] });
    const enrolment = { accountId: 'a', origin: HERE, phase: 'filled' } as const;
    await ports.enrolments.begin(TARGET.tabId, enrolment);
    await fillCode(TARGET, ports);
    expect(await ports.enrolments.all()).toEqual({ [TARGET.tabId]: enrolment });
    expect(sent).toMatchObject([{ name: 'fillField' }]);
  });

  test('is not judged by the page around a frame of another site', async () => {
    const within = 'https://shop.example';
    const account = { ...WAITING, frames: [{ origin: HERE, within }] };
    const around = { ...HOME, documentId: 'around', origin: within };
    const { ports } = await tabWorld({ accounts: [account], frames: [around, { ...LOGIN, frameId: 4 }] });
    expect(await fillCode(TARGET, ports)).toMatchObject({ ok: true });
    expect(await ports.enrolments.all()).toEqual({});
  });
});
