import { describe, expect, test } from 'vitest';
import { parseBase64 } from './bytes.ts';
import { ENCRYPTED_EXPORTS, ENTE, sealAegis, sealAuthenticator8, WITH_DEFAULTS } from './encrypted-exports.fixture.ts';
import { base64, filled, PASSWORD, read, SHOP_KEY } from './import.fixture.ts';

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
