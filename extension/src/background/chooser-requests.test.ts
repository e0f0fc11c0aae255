import { expect, test } from 'vitest';
import { LOGIN_OTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { accountOf } from '../vault/vault.fixture.ts';
import { chooserRequests } from './chooser-requests.ts';
import { freshCode } from './fill-code.ts';
import { type InlineOffersByTab, openInlineOffers } from './inline-offers.ts';
import { type AskInline, offerInline, refreshChoosers } from './offer-inline.ts';
import { tabWorld } from './tab.fixture.ts';

const HERE = 'http://localhost:8080';
const LOGIN: PageFrame = { frameId: 0, documentId: 'top', origin: HERE, signals: LOGIN_OTP };
const PAGE = { tabId: 3, frameId: 0, documentId: 'top', origin: HERE };
const CHOOSER = { tabId: 3, frameId: 5, documentId: 'chooser' };
const CHOICE = { accountId: 'a' };

async function world() {
  const tab = await tabWorld({ accounts: [accountOf('a', { origins: [HERE] })], frames: [LOGIN] });
  const told: string[] = [];
  const inline = { on: true, seen: true, stands: true, opensPopup: true };
  const askInline = (async (_target: object, name: string, input?: { readonly isSeen?: boolean }) => {
    told.push(name);
    return name === 'vouchForChooser' ? (input?.isSeen ? inline.seen : inline.stands) : undefined;
  }) as unknown as AskInline;
  const ports = {
    ...tab.ports,
    randomId: () => 'challenge',
    onFilled: async () => {},
    openPopup: async () => {
      if (!inline.opensPopup) throw new Error('openPopup requires a user gesture');
    },
    askInline,
    inlineSites: { has: async () => inline.on },
    inlineOffers: openInlineOffers({
      item: storageItem<InlineOffersByTab>({ area: tab.session, key: 'inlineOffers', fallback: {} }),
      queue: serialQueue(),
    }),
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
