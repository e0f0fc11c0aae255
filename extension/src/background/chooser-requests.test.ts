import { describe, expect, test } from 'vitest';
import { LOGIN_CONFIG_TOTP, LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import type { Account } from '../vault/account.ts';
import { accountOf, KEY } from '../vault/vault.fixture.ts';
import { chooserRequests } from './chooser-requests.ts';
import { type EnrolmentsByTab, openEnrolments } from './enrolments.ts';
import { fillCode, freshCode } from './fill-code.ts';
import { DocumentGoneError } from './frames.ts';
import { type AskInline, dismissChooser, offerInline, refreshChoosers } from './offer-inline.ts';
import { setUpHere } from './set-up-here.ts';
import { tabWorld } from './tab.fixture.ts';

const HERE = 'http://localhost:8080';
const LOGIN: PageFrame = { frameId: 0, documentId: 'top', origin: HERE, signals: LOGIN_OTP };
const PAGE = { tabId: 3, frameId: 0, documentId: 'top', origin: HERE };
const CHOOSER = { tabId: 3, frameId: 5, documentId: 'chooser' };
const CHOICE = { accountId: 'a' };
const URI = `otpauth://totp/Demo:alice?secret=${KEY.secretBase32}&issuer=Demo`;
const ENROL: PageFrame = { ...LOGIN, signals: LOGIN_CONFIG_TOTP };

interface World {
  readonly accounts?: readonly Account[];
  readonly frames?: readonly PageFrame[];
}

async function world({ accounts = [accountOf('a', { origins: [HERE] })], frames = [LOGIN] }: World = {}) {
  const tab = await tabWorld({ accounts, frames, pictures: ['data:qr'] });
  const told: string[] = [];
  const inline = { on: true, seen: true, stands: true, opensPopup: true };
  const askInline = (async (_target: object, name: string, input?: { readonly isSeen?: boolean }) => {
    told.push(name);
    return name === 'vouchForChooser' ? (input?.isSeen ? inline.seen : inline.stands) : undefined;
  }) as unknown as AskInline;
  const ports = {
    ...tab.ports,
    captureTab: undefined,
    randomId: () => 'challenge',
    decodeQr: async (dataUrl: string) => (dataUrl === 'data:qr' ? [URI] : []),
    enrolments: openEnrolments({
      item: storageItem<EnrolmentsByTab>({ area: tab.session, key: 'enrolments', fallback: {} }),
      queue: serialQueue(),
      commit: async () => true,
    }),
    onFilled: async () => {},
    openPopup: async () => {
      if (!inline.opensPopup) throw new Error('openPopup requires a user gesture');
    },
    askInline,
    inlineSites: { has: async () => inline.on },
  };
  await offerInline({}, PAGE, ports);
  const filled = (): number => tab.sent.filter((one) => 'name' in one && one.name === 'fillField').length;
  return { ...tab, inline, told, chooser: chooserRequests(ports), ports, filled };
}

test('the frame that brings the challenge sees names, and its choice is filled', async () => {
  const { chooser, told, filled } = await world();
  const view = await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  expect(view).toMatchObject({ state: 'accounts', origin: HERE, accounts: [{ id: 'a' }] });
  expect(JSON.stringify(view)).not.toMatch(/secret|JBSWY|"\d{6}"/);
  expect(await chooser.chooseAccount(CHOICE, CHOOSER)).toMatchObject({ ok: true });
  expect(told).toEqual(['showChooser', 'vouchForChooser', 'vouchForChooser']);
  expect(filled()).toBe(1);
});

test('sent away while its code is awaited, it gets none, the count on the button ends, and the code is none that was given', async () => {
  const { chooser, ports, inline, clock, filled, shownSeconds } = await world();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  clock.now += 27_500 - (clock.now % 30_000);
  ports.sleep = async (millis) => {
    clock.now += millis;
    inline.stands = false;
  };
  expect(await chooserRequests(ports).chooseAccount(CHOICE, CHOOSER)).toEqual({ ok: false, reason: 'gone' });
  expect(shownSeconds).toEqual([3, undefined]);
  expect(filled()).toBe(0);
  expect(await ports.givenCodes.all()).toEqual({});
});

test('a page that goes on while its code is awaited ends the count, too', async () => {
  const { chooser, ports, clock, shownSeconds } = await world();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  clock.now += 27_500 - (clock.now % 30_000);
  let asked = 0;
  ports.askInline = (async () => {
    if ((asked += 1) > 2) throw new DocumentGoneError();
    return true;
  }) as unknown as AskInline;
  expect(await chooserRequests(ports).chooseAccount(CHOICE, CHOOSER)).toEqual({ ok: false, reason: 'gone' });
  expect(shownSeconds).toEqual([3, undefined]);
});

test('a fill in another way sends the chooser away before it waits; one that is refused leaves it', async () => {
  const { ports, told, filled } = await world();
  expect(await fillCode({ tabId: 3, accountId: 'unknown' }, ports)).toEqual({ ok: false, reason: 'no-account' });
  expect(told).toEqual(['showChooser']);
  expect(await fillCode({ tabId: 3, accountId: 'a' }, ports)).toMatchObject({ ok: true });
  expect(told).toEqual(['showChooser', 'dismissChooser']);
  expect(await ports.inlineOffers.in(3)).toBeUndefined();
  expect(filled()).toBe(1);
});

test('an enrolment that is begun in the popup sends the chooser away', async () => {
  const { ports, told, filled } = await world({ frames: [ENROL] });
  expect(await setUpHere({ tabId: 3 }, ports)).toMatchObject({ ok: true, filled: true });
  expect(told).toEqual(['showChooser', 'dismissChooser']);
  expect(filled()).toBeGreaterThan(0);
});

test('a page that is gone with its chooser is not asked about it, and a mistake is none of that', async () => {
  const { ports } = await world();
  const failing = (error: Error) => ({
    ...ports,
    askInline: (async () => {
      throw error;
    }) as AskInline,
  });
  await expect(dismissChooser(3, failing(new DocumentGoneError()))).resolves.toBeUndefined();
  await offerInline({}, PAGE, ports);
  await expect(dismissChooser(3, failing(new TypeError('a mistake')))).rejects.toThrow('a mistake');
});

test('an offer can be chosen from again after a mistake', async () => {
  const { chooser, ports } = await world();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  const failing = (async () => {
    throw new TypeError('a mistake');
  }) as AskInline;
  const broken = chooserRequests({ ...ports, askInline: failing, openPopup: async () => {}, onFilled: async () => {} });
  await expect(broken.chooseAccount(CHOICE, CHOOSER)).rejects.toThrow('a mistake');
  expect(await chooser.chooseAccount(CHOICE, CHOOSER)).toMatchObject({ ok: true });
});

test('a challenge opens one frame, once, in its own tab', async () => {
  const { chooser, filled } = await world();
  expect(await chooser.openChooser({ challenge: 'guess' }, CHOOSER)).toBeUndefined();
  expect(await chooser.openChooser({ challenge: 'challenge' }, { ...CHOOSER, tabId: 4 })).toBeUndefined();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  const other = { ...CHOOSER, documentId: 'another' };
  expect(await chooser.openChooser({ challenge: 'challenge' }, other)).toBeUndefined();
  expect(await chooser.chooseAccount(CHOICE, other)).toEqual({ ok: false, reason: 'gone' });
  expect(filled()).toBe(0);
});

test('the chooser learns how long a code is awaited, for accounts of the site alone', async () => {
  const { chooser, ports, clock } = await world();
  expect(await chooser.codeReadyAt(CHOICE, CHOOSER)).toBeUndefined();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  const begin = clock.now - (clock.now % 30_000);
  clock.now = begin + 10_000;
  expect(await chooser.codeReadyAt(CHOICE, CHOOSER)).toBe(clock.now);
  clock.now = begin + 28_500;
  expect(await chooser.codeReadyAt(CHOICE, CHOOSER)).toBe(begin + 30_000);
  await freshCode({ tabId: 4, account: accountOf('a'), documentId: 'elsewhere', origin: HERE }, ports);
  expect(await chooser.codeReadyAt(CHOICE, CHOOSER)).toBe(begin + 60_000);
  expect(await chooser.codeReadyAt({ accountId: 'b' }, CHOOSER)).toBeUndefined();
});

test('the popup is opened for a chooser that was offered, and where that is left to the user it is said', async () => {
  const { chooser, inline } = await world();
  expect(await chooser.openPopup(undefined, CHOOSER)).toBe(false);
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  expect(await chooser.openPopup(undefined, CHOOSER)).toBe(true);
  inline.opensPopup = false;
  expect(await chooser.openPopup(undefined, CHOOSER)).toBe(false);
});

test('after a lock each chooser is told to look anew, whatever has become of the others', async () => {
  const { ports, told } = await world();
  await offerInline({}, { ...PAGE, tabId: 4 }, ports);
  const askInline = (async ({ tabId }: { readonly tabId: number }, name: string) => {
    if (tabId === 3) throw new Error('gone');
    told.push(name);
  }) as unknown as AskInline;
  await refreshChoosers({ ...ports, askInline });
  expect(told.at(-1)).toBe('refreshChooser');
});

test('a choice that was made is not made again', async () => {
  const { chooser, filled } = await world();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  const answers = await Promise.all([chooser.chooseAccount(CHOICE, CHOOSER), chooser.chooseAccount(CHOICE, CHOOSER)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(filled()).toBe(1);
});

test.each([
  ['the page does not vouch for it', { seen: false }, 'not-clear'],
  ['it is gone when the code would go', { stands: false }, 'gone'],
  ['the site is no longer one with codes at the field', { on: false }, 'not-clear'],
])('no code while %s', async (_name, changes, reason) => {
  const { chooser, inline, filled } = await world();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  Object.assign(inline, changes);
  expect(await chooser.chooseAccount(CHOICE, CHOOSER)).toEqual({ ok: false, reason });
  expect(filled()).toBe(0);
});

test('no code for another document, another origin or another account than the chooser was made for', async () => {
  const { chooser, tab, filled, vault } = await world();
  await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  tab.shown = [{ ...LOGIN, documentId: 'the next one' }];
  expect(await chooser.chooseAccount(CHOICE, CHOOSER)).toEqual({ ok: false, reason: 'gone' });
  tab.shown = [{ ...LOGIN, origin: 'http://localhost:8081' }];
  expect(await chooser.chooseAccount(CHOICE, CHOOSER)).toMatchObject({ ok: false });
  tab.shown = [LOGIN];
  expect(await chooser.chooseAccount({ accountId: 'b' }, CHOOSER)).toEqual({ ok: false, reason: 'no-account' });
  await vault.lock();
  expect(await chooser.chooseAccount(CHOICE, CHOOSER)).toEqual({ ok: false, reason: 'locked' });
  expect(filled()).toBe(0);
});

async function enrolling(accounts?: readonly Account[]) {
  const made = await world({ frames: [ENROL], ...(accounts && { accounts }) });
  const view = await made.chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
  return { ...made, view };
}

describe('at the field of a page that sets up an authenticator', () => {
  test('the account of the page is offered, and no code of another; nothing secret is told', async () => {
    const { view, told } = await enrolling();
    expect(told).toEqual(['showChooser']);
    expect(view).toEqual({ state: 'set-up', origin: HERE, issuer: 'Demo', account: 'alice' });
  });

  test('it is offered to whoever has no account there yet', async () => {
    expect((await enrolling([accountOf('b', { origins: ['https://elsewhere.example'] })])).view).toMatchObject({
      state: 'set-up',
    });
  });

  test('a press stages the account, fills its first code there, and watches the form', async () => {
    const { chooser, told, sent, vault, ports } = await enrolling([]);
    expect(await chooser.setUpAtField(undefined, CHOOSER)).toEqual({ ok: true });
    expect(told).toEqual(['showChooser', 'vouchForChooser', 'vouchForChooser']);
    expect(await vault.accounts()).toMatchObject([
      { issuer: 'Demo', account: 'alice', state: 'staged', origins: [HERE] },
    ]);
    expect((await ports.enrolments.all())[3]).toMatchObject({ phase: 'filled' });
    const names = sent.flatMap((one) => ('name' in one ? [one.name] : []));
    expect(names).toEqual(expect.arrayContaining(['watchForm', 'fillField']));
  });

  test.each([
    ['was not seen', { seen: false }, 'not-clear', 0],
    ['was sent away meanwhile', { stands: false }, 'gone', 1],
  ])('what %s fills nothing', async (_, changes, reason, staged) => {
    const { chooser, inline, filled, vault } = await enrolling([]);
    Object.assign(inline, changes);
    expect(await chooser.setUpAtField(undefined, CHOOSER)).toEqual({ ok: false, reason });
    expect(filled()).toBe(0);
    expect(await vault.accounts()).toHaveLength(staged);
  });

  test('it goes to the field that was offered, or nowhere', async () => {
    const { chooser, ports, sent, vault } = await enrolling([]);
    const { boxes = [] } = (await ports.inlineOffers.in(3)) ?? {};
    await ports.inlineOffers.make(PAGE, {
      challenge: 'challenge',
      boxes: boxes.map((box) => box + 100),
      wants: 'totp',
    });
    await chooser.openChooser({ challenge: 'challenge' }, CHOOSER);
    expect(await chooser.setUpAtField(undefined, CHOOSER)).toEqual({ ok: false, reason: 'gone' });
    expect(sent.filter((one) => 'name' in one && one.name === 'fillField')).toEqual([]);
    expect(await vault.accounts()).toEqual([]);
  });

  test('a chooser that was not offered begins nothing, nor does a locked vault', async () => {
    const { chooser, vault } = await enrolling([]);
    expect(await chooser.setUpAtField(undefined, { ...CHOOSER, documentId: 'another' })).toEqual({
      ok: false,
      reason: 'gone',
    });
    await vault.lock();
    expect(await chooser.viewChooser(undefined, CHOOSER)).toMatchObject({ state: 'locked' });
    expect(await chooser.setUpAtField(undefined, CHOOSER)).toEqual({ ok: false, reason: 'locked' });
  });
});
