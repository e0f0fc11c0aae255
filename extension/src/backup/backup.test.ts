import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivePasswordKey } from '../password-key/derive-password-key.ts';
import type { Account } from '../vault/account.ts';
import { accountOf, PASSWORD as KEY_OF_PASSWORD } from '../vault/vault.fixture.ts';
import { read } from '../import/import.fixture.ts';
import { sealBackup } from './seal-backup.ts';

const PASSWORD = 'caf\u00e9 with a saddle';
const CHEAP = { ...KEY_OF_PASSWORD.parameters, memoryInKiB: 8192, iterations: 1 };
const passwordKeyBase64 = await derivePasswordKey(PASSWORD, CHEAP);

function sealed(...accounts: readonly Account[]): Promise<string> {
  return sealBackup({ accounts, passwordKeyBase64, parameters: CHEAP, createdAtInMillis: 0 });
}

function formerKey(secretBase32: string, replacedAtInMillis: number) {
  const { type, algorithm, digits, periodInSeconds } = accountOf('a');
  return { type, secretBase32, algorithm, digits, periodInSeconds, replacedAtInMillis };
}

const SITE = 'https://shop.example';
const everything = accountOf('a', {
  origins: [SITE],
  coveredDomains: ['shop.example'],
  frames: [{ origin: 'https://id.example', within: SITE }],
  submitsAt: [SITE],
  fields: [{ origin: SITE, selector: '#code' }],
  deviceName: 'Lifeguard',
  tags: ['work', 'money'],
  pool: { issuer: 'https://id.example/realms/acme', clientId: 'lifeguard_extension', subject: '0d9a7e5c' },
  foundAs: { issuer: 'Shop', account: 'alice@shop.example' },
  recoveryCodes: [
    { code: '3f9c1-a07be', isUsed: true },
    { code: '81d2e-55c0f', isUsed: false },
  ],
  formerKeys: [formerKey('KRUGS4ZANFZSAYJA', 2), formerKey('NB2W45DFOIZA', 1)],
});

test('an account comes back with all that the user has allowed it', async () => {
  const steam = accountOf('b', { type: 'steam', digits: 5, issuer: '', account: 'a:b', secretBase32: 'KRUGS4ZA' });
  const result = await read(await sealed(everything, steam), PASSWORD);
  const { origins, coveredDomains, frames, submitsAt, fields, deviceName } = everything;
  const { secretBase32 } = everything;
  expect(result).toMatchObject({
    ok: true,
    format: 'lifeguard-backup',
    entries: [
      {
        key: { issuer: 'Demo', account: 'alice', secretBase32 },
        bindings: { origins, coveredDomains, frames, submitsAt, fields, deviceName },
        tags: ['work', 'money'],
        pool: everything.pool,
        foundAs: everything.foundAs,
        recoveryCodes: everything.recoveryCodes,
        formerKeys: everything.formerKeys,
      },
      { key: { type: 'steam', issuer: '', account: 'a:b', secretBase32: 'KRUGS4ZA' }, recoveryCodes: [] },
    ],
    rejected: [],
  });
});

test.each([
  ['staged', 'staged'],
  ['active', undefined],
  ['of a version to come', undefined],
])('an account that is %s comes back so, or as active', async (state, restored) => {
  const result = await read(await sealed({ ...everything, state } as Account), PASSWORD);
  expect(result.ok && result.entries.map((entry) => entry.state)).toEqual([restored]);
});

test('a former key that cannot be read is left out, and the account comes back', async () => {
  const broken = [{ ...formerKey('1', 3) }, { ...formerKey('NB2W45DFOIZA', 2), type: 'hotp' }, 'none'];
  const result = await read(
    await sealed({ ...everything, formerKeys: [...broken, ...everything.formerKeys] } as never),
    PASSWORD,
  );
  expect(result.ok && result.entries.map((entry) => entry.formerKeys)).toEqual([everything.formerKeys]);
  const { formerKeys: _, ...before } = everything;
  const old = await read(await sealed(before as never), PASSWORD);
  expect(old.ok && old.entries.map((entry) => entry.formerKeys)).toEqual([[]]);
});

test('a backup from before domains were covered one by one says so', async () => {
  const { coveredDomains: _, ...before } = everything;
  const result = await read(await sealed({ ...before, coversDomains: true } as never), PASSWORD);
  expect(result).toMatchObject({ entries: [{ bindings: { origins: [SITE], coversDomains: true } }] });
});

test('nothing of an account is readable in the file', async () => {
  const [header, ...rest] = (await sealed(everything)).split('.');
  const shown = atob(header!.replaceAll('-', '+').replaceAll('_', '/'));
  expect(JSON.parse(shown)).toEqual({
    alg: 'dir',
    enc: 'A256GCM',
    typ: 'lifeguard-backup+jwe',
    kid: expect.any(String),
    kdf: CHEAP,
  });
  expect(rest.join('.')).not.toMatch(/Demo|alice|shop|3f9c1/);
});

test('however the accent was typed, and with blanks around the text', async () => {
  const file = await sealed(everything);
  expect(await read(` ${file}\n`, PASSWORD.normalize('NFD'))).toMatchObject({ ok: true });
});

test('a wrong password and damage are told apart', async () => {
  const file = await sealed(everything);
  expect(await read(file)).toMatchObject({ ok: false, error: 'password-required' });
  expect(await read(file, 'another')).toMatchObject({ ok: false, error: 'wrong-password' });
  const [header, , iv, ciphertext, tag] = file.split('.');
  const damaged = [
    [header, '', iv, `${ciphertext!.slice(0, -4)}AAAA`, tag],
    [header, '', iv, ciphertext!.slice(0, -8), tag],
    [header, 'AAAA', iv, ciphertext, tag],
    [header, '', 'AAAA', ciphertext, tag],
  ];
  for (const parts of damaged) {
    expect(await read(parts.join('.'), PASSWORD)).toMatchObject({ ok: false, error: 'corrupt' });
  }
});

test.each<[string, object, string]>([
  ['an algorithm of another key', { alg: 'A256KW' }, 'unsupported-encryption'],
  ['an encryption of another kind', { enc: 'A128CBC-HS256' }, 'unsupported-encryption'],
  ['another way from the password', { kdf: { ...CHEAP, algorithm: 'scrypt' } }, 'unsupported-encryption'],
  ['costs beyond reason', { kdf: { ...CHEAP, memoryInKiB: 2 ** 24 } }, 'kdf-too-costly'],
  ['costs that are none', { kdf: { ...CHEAP, iterations: 'many' } }, 'corrupt'],
  ['no salt', { kdf: { ...CHEAP, saltBase64: '' } }, 'corrupt'],
])('a header with %s is refused', async (_, changes, error) => {
  const [header, ...rest] = (await sealed(everything)).split('.');
  const written = { ...(JSON.parse(atob(header!.replaceAll('-', '+').replaceAll('_', '/'))) as object), ...changes };
  const changed = btoa(JSON.stringify(written)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const result = await read([changed, ...rest].join('.'), PASSWORD);
  expect(result).toMatchObject({ ok: false, error });
});

test('what may not be filled stays out', async () => {
  const plain = { origin: 'http://shop.example', within: SITE, selector: '#code' };
  const account = { ...everything, origins: [plain.origin, SITE], frames: [plain], fields: [plain], submitsAt: [''] };
  const result = await read(await sealed(account), PASSWORD);
  expect(result).toMatchObject({ entries: [{ bindings: { origins: [SITE], frames: [], fields: [], submitsAt: [] } }] });
});

test('no more and no longer recovery codes come back than an account keeps', async () => {
  const many = Array.from({ length: 65 }, (_, place) => ({ code: `code-${place}`, isUsed: false }));
  const long = { code: 'x'.repeat(129), isUsed: false };
  const none = [{ code: 7 }, { code: '' }, 'code', null] as never[];
  const result = await read(await sealed({ ...everything, recoveryCodes: [long, ...none, ...many] }), PASSWORD);
  expect(result).toMatchObject({ entries: [{ recoveryCodes: many.slice(0, 64) }] });
});

test('whatever was written over in the text, nothing else comes out', async () => {
  const file = await sealed(everything);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: file.length - 1 }), fc.constantFrom(...'Ab0-_.'), async (place, letter) => {
      fc.pre(file[place] !== letter);
      const result = await read(file.slice(0, place) + letter + file.slice(place + 1), PASSWORD);
      // The last letters of a part may have bits that count for nothing.
      if (result.ok) expect(result.entries).toMatchObject([{ key: { secretBase32: everything.secretBase32 } }]);
    }),
    { numRuns: 60 },
  );
});
