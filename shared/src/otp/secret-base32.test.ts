import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSecretBase32 } from './secret-base32.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';

test.each([
  ['jbswy3dpehpk3pxp'],
  ['JBSW Y3DP EHPK 3PXP'],
  ['JBSW-Y3DP-EHPK-3PXP'],
  ['JBSW\u2013Y3DP\u00a0EHPK\n3PXP'],
  ['  JBSWY3DPEHPK3PXP== = '],
])('reads %j as the same secret', (text) => {
  expect(parseSecretBase32(text)).toEqual({ ok: true, secretBase32: SECRET, warnings: [] });
});

test.each(['', '   ', '====', '- -'])('%j holds no secret', (text) => {
  expect(parseSecretBase32(text)).toMatchObject({ ok: false, error: 'missing-secret' });
});

test.each([
  ['JBSWY3DPEHPK3PX1', 16],
  ['JBSW Y3DP 0HPK 3PXP', 11],
  ['JBSWY3DP=EHPK3PXP', 9],
  ['JBSW+Y3DP', 5],
  ['🔑', 1],
  ['JBSW\0Y3DP', 5],
  // Letters that upper case or case folding turns into ASCII ones.
  ['JBSWY3DPıPK3PXP', 9],
  ['ſBSWY3DP', 1],
  ['ＪBSWY3DP', 1],
])('refuses %j and points at character %d instead of guessing', (text, position) => {
  const result = parseSecretBase32(text);
  expect(result).toMatchObject({ ok: false, error: 'bad-secret' });
  expect(result).toHaveProperty('message', expect.stringContaining(`character ${position}.`));
});

test('refuses one character, which holds no byte', () => {
  expect(parseSecretBase32('A')).toMatchObject({ ok: false, error: 'bad-secret' });
});

test('hints at hexadecimal, as a refusal when it is no Base32 and as a warning when it could be', () => {
  expect(parseSecretBase32('da3df691df21f909d5127cbd4f811409227575c4')).toMatchObject({
    ok: false,
    hint: 'looks-like-hex',
  });
  expect(parseSecretBase32('abcdef23abcdef23abcdef23abcdef23')).toMatchObject({
    ok: true,
    warnings: ['looks-like-hex'],
  });
});

test('warns of fewer than 80 bits', () => {
  expect(parseSecretBase32('JBSWY3DP')).toMatchObject({ ok: true, warnings: ['secret-too-short'] });
});

test('any text gives a clean secret or a refusal, and a clean secret reads as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aAzZ27018= -+\n\0é') }), (text) => {
      const result = parseSecretBase32(text);
      if (!result.ok) return;
      expect(result.secretBase32).toMatch(/^[A-Z2-7]{2,}$/);
      expect(parseSecretBase32(result.secretBase32)).toEqual(result);
    }),
  );
});

test('ten megabytes are refused at once, and long runs of padding take no quadratic time', () => {
  const before = process.cpuUsage();
  expect(parseSecretBase32('A'.repeat(10_000_000))).toMatchObject({ ok: false, error: 'bad-secret' });
  expect(parseSecretBase32(`${'= '.repeat(8000)}A`)).toMatchObject({ ok: false, error: 'bad-secret' });
  // CPU time, which a busy machine does not stretch.
  expect(process.cpuUsage(before).user).toBeLessThan(200_000);
});
