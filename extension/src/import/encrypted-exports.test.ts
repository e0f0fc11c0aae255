import { describe, expect, test } from 'vitest';
import { concatBytes, parseBase64 } from './bytes.ts';
import { ENCRYPTED_EXPORTS, ENTE, sealAegis, sealAuthenticator8, WITH_DEFAULTS } from './encrypted-exports.fixture.ts';
import { base64, bytesOf, filled, noise, PASSWORD, read, sealAesGcm, SHOP_KEY } from './import.fixture.ts';
import { PLAIN_EXPORTS } from './plain-exports.fixture.ts';

describe.each(ENCRYPTED_EXPORTS)('%s', (_name, seal, key) => {
  test('opens with its password, and with no other or none', async () => {
    const { content, password = PASSWORD, fileName } = await seal();
    expect(await read(content, password, fileName)).toMatchObject({ ok: true, entries: [{ key }], rejected: [] });
    expect(await read(content, `${password} `, fileName)).toMatchObject({ ok: false, error: 'wrong-password' });
    expect(await read(content, '', fileName)).toMatchObject({ ok: false, error: 'password-required' });
  });
});

test('an archive without encryption is inflated', async () => {
  const archive = parseBase64(
    'UEsDBBQAAAAIAOmGfV0Uh6ACSAAAAE0AAAAVAAAAcmFpdm8tb3RwLWV4cG9ydC5qc29ui65Wys7MS1GyUgrxDwlQ0lHKLC4uTS0C8oMz8guA/MTk5PzSvBKgQGJeHpBfnJpclAriejkFh0cauwS4egR4GwdEBCjVxgIAUEsBAh4DFAAAAAgA6YZ9XRSHoAJIAAAATQAAABUAAAAAAAAAAQAAAKSBAAAAAHJhaXZvLW90cC1leHBvcnQuanNvblBLBQYAAAAAAQABAEMAAAB7AAAAAAA=',
  );
  expect(await read(archive)).toMatchObject({ ok: true, format: 'raivo-zip', entries: [{ key: WITH_DEFAULTS }] });
});

test('an old andOTP backup that was given another name is known by its noise, and asks for its password', async () => {
  const key = await crypto.subtle.digest('SHA-256', bytesOf(PASSWORD));
  // One that nobody would take for a number of iterations.
  const nonce = concatBytes(Uint8Array.of(0xff), noise(11));
  const content = concatBytes(nonce, await sealAesGcm(new Uint8Array(key), nonce, bytesOf(PLAIN_EXPORTS['andotp']!)));
  for (const fileName of ['', 'backup.bin']) {
    expect(await read(content, '', fileName)).toMatchObject({ format: 'andotp', error: 'password-required' });
    expect(await read(content, 'another', fileName)).toMatchObject({ format: 'andotp', error: 'wrong-password' });
    expect(await read(content, PASSWORD, fileName)).toMatchObject({ ok: true, entries: [{ key: SHOP_KEY }] });
  }
});

test.each<[string, Uint8Array<ArrayBuffer>]>([
  ['a table of numbers', new Uint8Array(Uint32Array.from({ length: 64 }, (_, place) => 0xff000000 + place).buffer)],
  ['noise behind the mark of an archive', concatBytes(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf), noise(400))],
  ['noise behind the mark of OpenPGP', concatBytes(Uint8Array.of(0x8c, 0x0d, 0x04), noise(400))],
  ['less noise than a nonce and a tag', concatBytes(Uint8Array.of(0xff, 0, 1), noise(20))],
])('%s asks for no password', async (_what, content) => {
  expect(await read(content)).toEqual({ ok: false, error: 'unknown-format' });
});

test('what a changed Aegis database says is damage, because the password has opened its slot', async () => {
  const { content } = await sealAegis();
  const changed = { ...Object(content), db: base64(filled(80)) };
  expect(await read(changed, PASSWORD)).toMatchObject({ ok: false, error: 'corrupt' });
});

test('a record of a key that the file has not is rejected, beside one that opens', async () => {
  const { content } = await sealAuthenticator8();
  const two = { ...Object(content), two: { ...Object(content).one, keyId: 'gone' } };
  expect(await read(two, PASSWORD)).toMatchObject({
    ok: true,
    entries: [{ key: SHOP_KEY }],
    rejected: [{ index: 1, reason: 'missing-key' }],
  });
});

test.each<[string, object]>([
  ['memory', { memLimit: 2 ** 40, opsLimit: 1 }],
  ['passes', { memLimit: 65_536, opsLimit: 2 ** 32 }],
  ['both together', { memLimit: 2 ** 30, opsLimit: 100 }],
])('a file that asks for too much %s is refused before anything is derived', async (_what, cost) => {
  const content = { ...Object(ENTE.content), kdfParams: { ...Object(ENTE.content).kdfParams, ...cost } };
  expect(await read(content, 'x')).toMatchObject({ ok: false, error: 'kdf-too-costly' });
});
