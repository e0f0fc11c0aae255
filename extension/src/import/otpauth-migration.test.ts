import { expect, test } from 'vitest';
import { read, SHOP_KEY, SHOP_URI } from './import.fixture.ts';
import { migrationParameters, migrationUri } from './plain-exports.fixture.ts';

const ann = migrationParameters({ name: 'Shop:ann' });
const bob = migrationParameters({ name: 'bob' });

test('the period is always 30 seconds, and a label that repeats the issuer says it once', async () => {
  const key = { type: 'totp', issuer: 'Shop', account: 'ann', digits: 6, periodInSeconds: 30, algorithm: 'SHA1' };
  expect(await read(migrationUri([ann]))).toMatchObject({ ok: true, entries: [{ key }], rejected: [] });
});

test('batches come in any order, and one that is scanned twice counts once', async () => {
  const first = migrationUri([ann], { size: 3, index: 0 });
  const third = migrationUri([bob], { size: 3, index: 2 });
  const result = await read([third, first, third].join('\n'));
  expect(result).toMatchObject({
    entries: [{ key: { account: 'bob' } }, { key: { account: 'ann' } }],
    batches: [{ id: 9, size: 3, present: [0, 2], missing: [1] }],
  });
});

test('exports of their own may share an identifier', async () => {
  const result = await read([migrationUri([ann]), migrationUri([bob])].join('\n'));
  expect(result).toMatchObject({ entries: [{}, {}], batches: [{ size: 1, missing: [] }] });
});

test('an entry that is not usable is rejected by its place over all batches', async () => {
  const md5 = migrationParameters({ algorithm: 4 });
  const noSecret = migrationParameters({ secret: new Uint8Array() });
  const result = await read([migrationUri([ann, md5]), migrationUri([noSecret, Uint8Array.of(0xff)])].join('\n'));
  expect(result).toMatchObject({
    entries: [{}],
    rejected: [
      { index: 1, reason: 'bad-algorithm' },
      { index: 2, reason: 'missing-secret' },
      { index: 3, reason: 'not-an-entry' },
    ],
  });
});

test.each(['%2B', '+', ' ', '-'])('a plus sign of Base64 may come as "%s"', async (written) => {
  const uri = migrationUri([migrationParameters({ secret: new Uint8Array(5).fill(0xfb) })]);
  expect(uri).toContain('%2B');
  const key = { account: 'ann', secretBase32: '7P57X673' };
  expect(await read(uri.replaceAll('%2B', written))).toMatchObject({ ok: true, entries: [{ key }] });
});

test('other URIs stand beside batches, and a broken batch stops nobody', async () => {
  const result = await read([SHOP_URI, migrationUri([ann]), 'otpauth-migration://offline?data=XXXX'].join('\n'));
  expect(result).toMatchObject({
    entries: [{ key: SHOP_KEY }, { key: { account: 'ann' } }],
    rejected: [{ line: 3, reason: 'not-otpauth' }],
  });
});

test.each([
  ['garbage', 'otpauth-migration://offline?data=XXXX'],
  ['no data', 'otpauth-migration://offline'],
  ['a cut off message', migrationUri([ann]).slice(0, 60)],
  ['a batch beyond its number', migrationUri([ann], { size: 2, index: 2 })],
  ['a broken escape', 'otpauth-migration://offline?data=%'],
])('%s alone is damage', async (_name, uri) => {
  expect(await read(uri)).toEqual({ ok: false, error: 'corrupt', format: 'otpauth-migration' });
});
