import { expect, test } from 'vitest';
import type { DocumentApi } from '../content-api.ts';
import { LOGIN_CONFIG_TOTP } from '../detect/frame-signals.fixture.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { accountOf, KEY } from '../vault/vault.fixture.ts';
import { type EnrolmentsByTab, openEnrolments } from './enrolments.ts';
import { findSetUp } from './find-set-up.ts';
import { DocumentGoneError } from './frames.ts';
import { readPage } from './read-page.ts';
import { settle } from './settle-enrolment.ts';
import { tabWorld } from './tab.fixture.ts';

const TAB = 3;
const HERE = 'https://id.example';
const TOP: PageFrame = { frameId: 0, documentId: 'top', origin: HERE, signals: LOGIN_CONFIG_TOTP };
const INNER: PageFrame = { ...TOP, frameId: 4, documentId: 'inner' };
const FRAMES = [TOP, INNER];
const TEXTS = { links: [`otpauth://totp/Demo:alice?secret=${KEY.secretBase32}&issuer=Demo`], keys: [] };

/** Of an enrolment whose page is read: the form is watched anew, and everything on it looked for. */
const QUESTIONS = [
  ['top', 'watchForm'],
  ['top', 'collectPictures'],
  ['inner', 'collectPictures'],
  ['top', 'collectTexts'],
  ['inner', 'collectTexts'],
  ['top', 'collectLines'],
  ['inner', 'collectLines'],
] satisfies readonly (readonly [string, keyof DocumentApi])[];

/** A page on which documents go at one of these questions. */
async function world({ goes = [] as readonly string[], at = 0, error = new DocumentGoneError() as Error } = {}) {
  const { ports, tab, session } = await tabWorld({ accounts: [accountOf('a')], frames: FRAMES, texts: TEXTS });
  const asked: (readonly string[])[] = [];
  const { ask } = tab;
  tab.ask = async (document, name, input) => {
    asked.push([document.documentId, name]);
    if (asked.length > at && goes.includes(document.documentId)) throw error;
    return ask(document, name, input);
  };
  const enrolments = openEnrolments({
    item: storageItem<EnrolmentsByTab>({ area: session, key: 'enrolments', fallback: {} }),
    queue: serialQueue(),
    commit: async () => true,
  });
  await enrolments.begin(TAB, { accountId: 'a', origin: HERE, phase: 'filled' });
  const all = {
    ...ports,
    enrolments,
    decodeQr: async () => [],
    lostSightMeansLeft: async () => true,
    announce: async () => {},
  };
  return {
    asked,
    async read() {
      await settle(TAB, FRAMES, all);
      return readPage(TAB, FRAMES, all);
    },
    find: (capture: () => Promise<string>) => findSetUp(TAB, FRAMES, { ...all, capture }),
  };
}

test('a page is asked for all of this', async () => {
  const { asked, read } = await world();
  await read();
  expect(asked).toEqual(QUESTIONS);
});

const MOMENTS = QUESTIONS.map(([documentId, name], at) => ({ documentId, name, at }));

test.each(MOMENTS)('a page that moves on when $documentId is asked for $name has nothing more', async ({ at }) => {
  const { read } = await world({ goes: ['top', 'inner'], at });
  const page = await read();
  expect(page).toMatchObject({ origin: HERE, codeField: 'totp', recovery: undefined });
  const hasTexts = at > QUESTIONS.findIndex(([, name]) => name === 'collectTexts');
  expect(page.setUp?.ok).toBe(hasTexts ? true : undefined);
});

test.each(MOMENTS)('a frame that goes when $documentId is asked for $name takes nothing along', async ({ at }) => {
  const { read } = await world({ goes: ['inner'], at });
  expect(await read()).toMatchObject({ origin: HERE, setUp: { ok: true, issuer: 'Demo', account: 'alice' } });
});

test.each(MOMENTS)('a mistake when $documentId is asked for $name is none of that', async ({ at }) => {
  const { read } = await world({ goes: ['top', 'inner'], at, error: new TypeError('a mistake') });
  await expect(read()).rejects.toThrow('a mistake');
});

test('what the tab shows is not taken for a page that has gone: it may be another one', async () => {
  let captures = 0;
  const capture = async () => String((captures += 1));
  const { find } = await world({ goes: ['inner', 'top'], at: 1 });
  expect(await find(capture)).toEqual({ ok: false, reason: 'no-qr' });
  expect(captures).toBe(0);
});
