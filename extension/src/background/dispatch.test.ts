import { describe, expect, test } from 'vitest';
import { dispatch, type Sender } from './dispatch.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const ORIGIN = `chrome-extension://${ID}`;
const PAGE: Sender = { id: ID, origin: ORIGIN, url: `${ORIGIN}/src/popup/index.html` };
const CONTENT: Sender = {
  id: ID,
  origin: 'https://id.example:8443',
  url: 'https://id.example:8443/login',
  frameId: 0,
  documentId: 'document',
  tab: { id: 3 },
};

const CHOOSER: Sender = { ...CONTENT, origin: ORIGIN, url: `${ORIGIN}/src/chooser/index.html`, frameId: 7 };

const table = {
  extension: { id: ID, origin: ORIGIN },
  pages: {
    listAccounts: async () => ['alice'],
    fail: async () => {
      throw new RangeError('out of bounds');
    },
  },
  chooserPath: 'src/chooser/index.html',
  chooser: { viewChooser: async (_nothing: unknown, sender: object) => sender },
  content: { frameRead: async (_report: unknown, sender: object) => sender },
};

test('a page of the extension gets the answer of its handler, a failure as its text', async () => {
  expect(await dispatch({ name: 'listAccounts' }, PAGE, table)).toEqual({ ok: true, value: ['alice'] });
  expect(await dispatch({ name: 'fail' }, PAGE, table)).toEqual({ ok: false, error: 'RangeError: out of bounds' });
});

test('a content script is known by what the browser says of it, with the port of its origin', async () => {
  const value = { tabId: 3, frameId: 0, documentId: 'document', origin: 'https://id.example:8443' };
  expect(await dispatch({ name: 'frameRead', input: { origin: 'https://evil.example' } }, CONTENT, table)).toEqual({
    ok: true,
    value,
  });
});

test('the chooser in a web page is known by its tab, frame and document', async () => {
  const value = { tabId: 3, frameId: 7, documentId: 'document' };
  expect(await dispatch({ name: 'viewChooser' }, CHOOSER, table)).toMatchObject({ ok: true, value });
});

describe('gets no answer:', () => {
  test.each<[string, unknown, Sender]>([
    ['a content script that asks for accounts', { name: 'listAccounts' }, CONTENT],
    ['a content script in a tab that claims a page of ours', { name: 'listAccounts' }, { ...CONTENT, url: PAGE.url }],
    [
      'a page with our origin in its path',
      { name: 'listAccounts' },
      { ...CONTENT, url: `https://evil.example/${ORIGIN}/` },
    ],
    ['another extension', { name: 'listAccounts' }, { ...PAGE, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    [
      'an extension page whose id starts like ours',
      { name: 'listAccounts' },
      { ...PAGE, url: `${ORIGIN}x/index.html` },
    ],
    ['a sender without an origin', { name: 'listAccounts' }, { id: ID, url: PAGE.url }],
    ['a sender without an id', { name: 'listAccounts' }, { origin: ORIGIN, url: PAGE.url }],
    ['a page of ours that poses as a content script', { name: 'frameRead' }, PAGE],
    ['a content script without a document', { name: 'frameRead' }, { ...CONTENT, documentId: undefined }],
    ['a name that every object has', { name: 'constructor' }, PAGE],
    ['a name that every object has, from a page', { name: '__proto__' }, CONTENT],
    ['an unknown name', { name: 'exportVault' }, PAGE],
    ['the chooser that asks what the popup may ask', { name: 'listAccounts' }, CHOOSER],
    ['the chooser as the page of a tab', { name: 'viewChooser' }, { ...CHOOSER, frameId: 0 }],
    ['the chooser in no tab', { name: 'viewChooser' }, { ...CHOOSER, tab: undefined }],
    ['another page of ours that poses as the chooser', { name: 'viewChooser' }, PAGE],
    ['the popup within a web page', { name: 'listAccounts' }, { ...CHOOSER, url: PAGE.url }],
    ['no message', undefined, PAGE],
    ['a text', 'listAccounts', PAGE],
    ['a name that is no text', { name: { toString: () => 'listAccounts' } }, PAGE],
  ])('%s', (_name, message, sender) => {
    expect(dispatch(message, sender, table)).toBeUndefined();
  });
});
