import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOtpauthUri } from './format-otpauth-uri.ts';
import { OTP_ALGORITHMS } from './otp-algorithm.ts';
import { COUNTER_RANGE, DIGITS_RANGE, type OtpKey, PERIOD_RANGE } from './otp-key.ts';
import { parseOtpauthUri } from './parse-otpauth-uri.ts';

const KEY: OtpKey = {
  type: 'totp',
  issuer: 'Air & Sea',
  account: 'al+ice@shop.test',
  secretBase32: 'JBSWY3DPEHPK3PXP',
  algorithm: 'SHA1',
  digits: 6,
  periodInSeconds: 30,
  counter: 0,
};

test('writes blanks as %20 and plus signs as %2B, never the other way round', () => {
  expect(formatOtpauthUri(KEY)).toBe(
    'otpauth://totp/Air%20%26%20Sea:al%2Bice%40shop.test?secret=JBSWY3DPEHPK3PXP&issuer=Air%20%26%20Sea&algorithm=SHA1&digits=6&period=30',
  );
});

test('writes the counter of HOTP in the place of the period', () => {
  expect(formatOtpauthUri({ ...KEY, type: 'hotp', issuer: '', counter: 7 })).toBe(
    'otpauth://hotp/al%2Bice%40shop.test?secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&counter=7',
  );
});

test('a secret that smuggles a parameter is refused', () => {
  expect(() => formatOtpauthUri({ ...KEY, secretBase32: 'JBSWY3DPEHPK3PXP&digits=8' })).toThrow(RangeError);
});

test('half of a surrogate pair does not break it', () => {
  expect(formatOtpauthUri({ ...KEY, issuer: '', account: 'a\ud83d' })).toContain('/a%EF%BF%BD?');
});

test('parse gives back every key that was written', () => {
  const name = fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('a', ':', '/', '//', '+', '%3A', '&', '#', ' ')).map((pieces) => pieces.join('')),
    )
    .map((text) => text.trim());
  const key: fc.Arbitrary<OtpKey> = fc
    .record({
      type: fc.constantFrom('totp', 'hotp', 'steam'),
      issuer: name,
      account: name,
      secretBase32: fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'), minLength: 2 }),
      algorithm: fc.constantFrom(...OTP_ALGORITHMS),
      digits: fc.integer(DIGITS_RANGE),
      periodInSeconds: fc.maxSafeInteger().map((integer) => 1 + (Math.abs(integer) % PERIOD_RANGE.max)),
      counter: fc.maxSafeNat(),
    })
    .map((fields) => ({
      ...fields,
      digits: fields.type === 'steam' ? 5 : fields.digits,
      periodInSeconds: fields.type === 'hotp' ? 30 : fields.periodInSeconds,
      counter: fields.type === 'hotp' ? fields.counter : 0,
    }));
  fc.assert(
    fc.property(key, (written) => {
      expect(parseOtpauthUri(formatOtpauthUri(written))).toMatchObject({ ok: true, key: written });
    }),
    { numRuns: 1000 },
  );
  expect(parseOtpauthUri(formatOtpauthUri({ ...KEY, type: 'hotp', counter: COUNTER_RANGE.max }))).toMatchObject({
    key: { counter: COUNTER_RANGE.max },
  });
});
