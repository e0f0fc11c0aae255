import { describe, expect, test } from 'vitest';
import { bytesOf, read, SECRET, SHOP_KEY, SHOP_URI } from './import.fixture.ts';
import { PLAIN_EXPORTS } from './plain-exports.fixture.ts';

const NOTHING_ELSE = { rejected: [], skipped: 0, batches: [] };

test.each(Object.entries(PLAIN_EXPORTS))('%s is known by its content', async (format, text) => {
  const entries = [{ key: SHOP_KEY, trashed: false }];
  expect(await read(text, '', 'misleading.png')).toEqual({ ok: true, format, entries, ...NOTHING_ELSE });
});

test('one account of Steam', async () => {
  const result = await read({ shared_secret: 'SGVsbG8h3q2+7w==', account_name: 'ann' });
  const key = { ...SHOP_KEY, type: 'steam', issuer: 'Steam', algorithm: 'SHA1', digits: 5, periodInSeconds: 30 };
  expect(result).toMatchObject({ ok: true, entries: [{ key }] });
});

test('an account of Duo is HOTP by its counter, and has no code without a generator', async () => {
  const result = await read([
    { accountType: 'OtpAccount', name: 'ann', otpGenerator: { otpSecret: SECRET, counter: 3 } },
    { accountType: 'DuoAccount', name: 'push' },
  ]);
  expect(result).toMatchObject({ entries: [{ key: { type: 'hotp', counter: 3 } }], skipped: 1 });
});

test('FreeOTP+ keeps the counter of the last code, so the next one follows', async () => {
  const tokens = [{ type: 'HOTP', label: 'ann', secret: [1, 2, 3, 4, 5], counter: 41 }];
  expect(await read({ tokenOrder: [], tokens })).toMatchObject({ entries: [{ key: { counter: 42 } }] });
});

function entry(fields: object): object {
  return { type: 'TOTP', label: 'ann', secret: SECRET, ...fields };
}

test('a bad entry is rejected with its reason and place, and the others are taken', async () => {
  const result = await read([
    entry({}),
    entry({ type: 'MOTP', issuer: 'Shop' }),
    entry({ secret: '' }),
    entry({ secret: 'no base32!' }),
    entry({ algorithm: 'MD5' }),
    entry({ digits: 11 }),
    entry({ digits: '6.5' }),
    entry({ period: 0 }),
    entry({ period: 1.5 }),
    entry({ type: 'HOTP', counter: -1 }),
    entry({ type: 'HOTP', counter: { valueOf: 1 } }),
    'a text',
    entry({ digits: null, period: '', algorithm: null }),
  ]);
  expect(result).toMatchObject({
    ok: true,
    entries: [{ key: { digits: 6 } }, { key: { digits: 6 } }],
    rejected: [
      { index: 1, reason: 'unsupported-type', name: 'Shop (ann)' },
      { index: 2, reason: 'missing-secret' },
      { index: 3, reason: 'bad-secret' },
      { index: 4, reason: 'bad-algorithm' },
      { index: 5, reason: 'bad-digits' },
      { index: 6, reason: 'bad-digits' },
      { index: 7, reason: 'bad-period' },
      { index: 8, reason: 'bad-period' },
      { index: 9, reason: 'bad-counter' },
      { index: 10, reason: 'bad-counter' },
      { index: 11, reason: 'not-an-entry' },
    ],
  });
});

test('lines of a list count from 1, with the empty ones and the comments', async () => {
  const result = await read(`\n# list\n${SHOP_URI}\nhello\notpauth://totp/x\notpauth://motp/x?secret=${SECRET}`);
  expect(result).toMatchObject({
    entries: [{ key: SHOP_KEY }],
    rejected: [
      { line: 4, reason: 'not-otpauth' },
      { line: 5, reason: 'missing-secret' },
      { line: 6, reason: 'unsupported-type' },
    ],
  });
});

test("what was in Ente's trash says so", async () => {
  const display = encodeURIComponent(JSON.stringify({ trashed: true }));
  const result = await read(`${SHOP_URI}\n${SHOP_URI}&codeDisplay=${display}`);
  expect(result).toMatchObject({ entries: [{ trashed: false }, { trashed: true }] });
});

test('the code field of a password manager holds a URI, a bare secret, a Steam secret, or nothing', async () => {
  const totps = [SHOP_URI, 'jbsw y3dp ehpk 3pxp', `steam://${SECRET}`, '', null, 'https://shop.test/'];
  const items = totps.map((totp) => ({ name: 'Item', login: { username: 'bob', totp } }));
  expect(await read({ encrypted: false, items: [...items, { type: 2, name: 'Note' }] })).toMatchObject({
    entries: [
      { key: SHOP_KEY },
      { key: { issuer: 'Item', account: 'bob', secretBase32: SECRET } },
      { key: { type: 'steam', issuer: 'Item', digits: 5 } },
    ],
    rejected: [{ index: 5, reason: 'not-otpauth' }],
    skipped: 3,
  });
});

test('members named like those of every object are entries like others', async () => {
  const result = await read('{"version":1,"header":{},"db":{"entries":[],"__proto__":{"polluted":true}}}');
  expect(result).toMatchObject({ ok: true, entries: [] });
  expect({}).not.toHaveProperty('polluted');
});

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
}

describe('text comes in UTF-8, or in UTF-16 with a mark', () => {
  test.each<[string, Uint8Array, object]>([
    ['a mark of UTF-8', bytesOf(`\u{feff}${SHOP_URI}`), { ok: true }],
    ['a mark of UTF-16', utf16(`\u{feff}${SHOP_URI}`), { ok: true }],
    ['UTF-16 without a mark', utf16(SHOP_URI), { error: 'unknown-encoding' }],
    [
      'Latin-1',
      Uint8Array.from(`# caf\u00e9\n${SHOP_URI}`, (unit) => unit.charCodeAt(0)),
      { error: 'unknown-encoding' },
    ],
  ])('%s', async (_name, bytes, expected) => {
    expect(await read(bytes)).toMatchObject(expected);
  });
});

test.each<[string, string, string]>([
  ['nothing', '', 'empty'],
  ['blanks', ' \r\n', 'empty'],
  ['a list of nothing', '[]', 'unknown-format'],
  ['prose', 'hello', 'unknown-format'],
  ['a bare secret', SECRET, 'unknown-format'],
  ['a page', '<!doctype html><p>Sign in</p>', 'unknown-format'],
  ['cut off JSON', '{"version":1,"header":{', 'corrupt'],
  ['nesting without end', '['.repeat(100_000), 'corrupt'],
  ['an Aegis file of the future', '{"version":2,"header":{},"db":{}}', 'unsupported-version'],
  ['a 2FAS file of the future', '{"schemaVersion":99,"services":[]}', 'unsupported-version'],
  ['a Bitwarden file that only its account opens', '{"encrypted":true,"items":[]}', 'unsupported-encryption'],
  [
    'KeePass XML with a document type',
    '<?xml version="1.0"?><KeePassFile><!DOCTYPE a><Root/></KeePassFile>',
    'corrupt',
  ],
])('%s is refused as a whole', async (_name, text, error) => {
  expect(await read(text)).toMatchObject({ ok: false, error });
});

test('binary content that nobody knows is refused, and a picture with its end in .json too', async () => {
  const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(64));
  expect(await read(picture, '', 'export.json')).toEqual({ ok: false, error: 'unknown-format' });
  expect(await read(picture, 'a password')).toEqual({ ok: false, error: 'unknown-format' });
});
