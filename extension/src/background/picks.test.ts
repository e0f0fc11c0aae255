import { expect, test } from 'vitest';
import { frameWith } from '../detect/frame-signals.fixture.ts';
import { chooseCodeField } from '../fill/choose-code-field.ts';
import type { PageFrame } from '../fill/page-frame.ts';
import { storageItem } from '../storage-item.ts';
import { accountOf } from '../vault/vault.fixture.ts';
import { DocumentGoneError } from './frames.ts';
import { openPicks, type PicksByTab } from './picks.ts';
import { tabWorld } from './tab.fixture.ts';

const HERE = 'https://id.example';
const SENDER = { tabId: 3, frameId: 0, documentId: 'top', origin: HERE };
const FRAME: PageFrame = {
  frameId: 0,
  documentId: 'top',
  origin: HERE,
  signals: frameWith({ fields: [{ name: 'a' }, { name: 'b' }, { name: 'c', content: 'other' }] }),
};
const PICKED = { selector: 'input[name="b"]' };

async function picksOn({ gone }: { readonly gone?: string } = {}) {
  const accounts = [accountOf('a', { origins: [HERE] }), accountOf('b', { origins: ['https://other.example'] })];
  const { vault, session, ports, tab, sent, answers } = await tabWorld({ accounts });
  const { ask } = tab;
  tab.ask = async (document, name, input) => {
    if (document.documentId === gone) throw new DocumentGoneError();
    return ask(document, name, input);
  };
  const item = storageItem<PicksByTab>({ area: session, key: 'picks', fallback: {} });
  const fields = async () => (await vault.accounts())?.map((account) => account.fields);
  return { picks: openPicks({ item, vault, frames: ports.frames }), vault, sent, answers, fields };
}

test('a field that the user names is kept for the accounts of its site, and the next one in its place', async () => {
  const { picks, sent, fields } = await picksOn();
  await picks.begin(3, [FRAME]);
  expect(sent).toEqual([{ documentId: 'top', name: 'pickField' }]);
  expect(await picks.accept(PICKED, SENDER)).toBe(true);
  expect(await fields()).toEqual([[{ origin: HERE, ...PICKED }], []]);
  await picks.begin(3, [FRAME]);
  await picks.accept({ selector: '#other' }, SENDER);
  expect(await fields()).toEqual([[{ origin: HERE, selector: '#other' }], []]);
});

test.each([
  ['that was not asked', { ...SENDER, documentId: 'another' }, PICKED],
  ['in another tab', { ...SENDER, tabId: 4 }, PICKED],
  ['that names no selector', SENDER, { selector: 7 }],
  ['that names an endless one', SENDER, { selector: 'x'.repeat(1001) }],
])('the report of a document %s is dropped', async (_name, sender, report) => {
  const { picks, fields } = await picksOn();
  await picks.begin(3, [FRAME]);
  expect(await picks.accept(report, sender)).toBe(false);
  expect(await fields()).toEqual([[], []]);
});

test('a frame that goes while the user is asked leaves the question to the others', async () => {
  const { picks, fields } = await picksOn({ gone: 'inner' });
  await picks.begin(3, [{ ...FRAME, documentId: 'inner' }, FRAME]);
  expect(await picks.accept(PICKED, SENDER)).toBe(true);
  expect(await fields()).toEqual([[{ origin: HERE, ...PICKED }], []]);
});

test('one question takes one answer', async () => {
  const { picks, fields } = await picksOn();
  await picks.begin(3, [FRAME]);
  await picks.accept(PICKED, SENDER);
  expect(await picks.accept({ selector: '#late' }, SENDER)).toBe(false);
  expect(await fields()).toEqual([[{ origin: HERE, ...PICKED }], []]);
});

test('the named field is chosen although no word speaks for it, but not over text of the user or out of sight', async () => {
  const { picks, vault, answers } = await picksOn();
  await picks.begin(3, [FRAME]);
  await picks.accept(PICKED, SENDER);
  const accounts = (await vault.accounts())!;
  const choose = async (index: number | undefined) => {
    answers['findField'] = index;
    return chooseCodeField(await picks.find(3, [FRAME], accounts));
  };
  expect(chooseCodeField([FRAME])).toMatchObject({ ok: false });
  expect(await choose(1)).toMatchObject({ ok: true, field: { boxes: [1], kind: 'totp' } });
  expect(await choose(2)).toMatchObject({ ok: false });
  expect(await choose(undefined)).toMatchObject({ ok: false });
});

test('a document of another origin is not even asked', async () => {
  const { picks, vault, sent } = await picksOn();
  await picks.begin(3, []);
  await picks.accept(PICKED, SENDER);
  await picks.find(3, [{ ...FRAME, origin: 'https://evil.example' }], (await vault.accounts())!);
  expect(sent).toEqual([]);
});
