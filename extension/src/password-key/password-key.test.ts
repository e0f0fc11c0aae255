import { expect, test } from 'vitest';
import { derivePasswordKey } from './derive-password-key.ts';
import { isOutdated, newPasswordKeyParameters, parsePasswordKeyParameters } from './parameters.ts';

const parameters = newPasswordKeyParameters((length) => Uint8Array.from({ length }, (_, position) => position));

test('new parameters are the second choice of RFC 9106 with a salt of 16 bytes', () => {
  expect(parameters).toEqual({
    algorithm: 'argon2id',
    memoryInKiB: 65_536,
    iterations: 3,
    parallelism: 1,
    saltBase64: 'AAECAwQFBgcICQoLDA0ODw==',
  });
  expect(parsePasswordKeyParameters(JSON.parse(JSON.stringify(parameters)))).toEqual(parameters);
});

test.each([
  undefined,
  {},
  { ...parameters, algorithm: 'argon2i' },
  { ...parameters, memoryInKiB: 64 },
  { ...parameters, memoryInKiB: 2 ** 30 },
  { ...parameters, iterations: 0 },
  { ...parameters, iterations: 1e6 },
  { ...parameters, parallelism: '1' },
  { ...parameters, saltBase64: 'AAEC' },
  { ...parameters, saltBase64: '?' },
])('refuses the stored parameters %j', (stored) => {
  expect(parsePasswordKeyParameters(stored)).toBeUndefined();
});

test('the key depends on the password and the salt, and not on how an accent is composed', async () => {
  const cheap = { ...parameters, memoryInKiB: 8192, iterations: 1 };
  const key = await derivePasswordKey('caf\u00e9 au lait', cheap);
  expect(atob(key)).toHaveLength(32);
  expect(await derivePasswordKey('cafe\u0301 au lait', cheap)).toBe(key);
  expect(await derivePasswordKey('cafe au lait', cheap)).not.toBe(key);
  expect(await derivePasswordKey('caf\u00e9 au lait', { ...cheap, saltBase64: 'AAAAAAAAAAAAAAAAAAAAAA==' })).not.toBe(
    key,
  );
});

test('parameters that cost less than those of today are outdated', () => {
  expect(isOutdated(parameters)).toBe(false);
  expect(isOutdated({ ...parameters, memoryInKiB: 131_072 })).toBe(false);
  expect(isOutdated({ ...parameters, iterations: 2 })).toBe(true);
  expect(isOutdated({ ...parameters, memoryInKiB: 19_456 })).toBe(true);
});
