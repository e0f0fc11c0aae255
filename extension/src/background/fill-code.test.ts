import { totpCode } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import { boxRow, frameWith } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';
import type { ChangeAccounts } from '../vault/vault.ts';
import { STEP_BEGINS_AT } from '../vault/vault.fixture.ts';
import { DocumentGoneError, type Frames } from './frames.ts';
import { fillCode } from './fill-code.ts';
import { ALICE, HERE, LOGIN, TARGET } from './sign-in.fixture.ts';
import { tabWorld } from './tab.fixture.ts';

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
    const failing = { ...ports, sleep: () => Promise.reject(new TypeError('a mistake')) };
    await expect(fillCode(TARGET, failing)).rejects.toThrow('a mistake');
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

async function fillWhile(change: ChangeAccounts, account = ALICE, frames: readonly PageFrame[] = [LOGIN]) {
  const { ports, sent, clock, vault } = await tabWorld({ accounts: [account], frames });
  clock.now += 29_000;
  const sleep = async (millis: number): Promise<void> => {
    clock.now += millis;
    await vault.update(change, { removes: true });
  };
  return { answer: await fillCode(TARGET, { ...ports, sleep }), sent, given: await ports.givenCodes.all() };
}

describe('what the user changes while it waits for the next code', () => {
  const inPartner: PageFrame[] = [
    { ...LOGIN, origin: 'http://localhost:8081', signals: frameWith({ fields: [] }) },
    { ...LOGIN, frameId: 4, documentId: 'inner' },
  ];
  const framed = { ...ALICE, frames: [{ origin: HERE, within: 'http://localhost:8081' }] };

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
