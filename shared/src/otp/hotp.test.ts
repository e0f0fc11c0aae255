import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hotpCode } from './hotp.ts';
import type { OtpAlgorithm } from './otp-algorithm.ts';
import type { OtpKey } from './otp-key.ts';

const RFC_4226_KEY: OtpKey = {
  type: 'hotp',
  issuer: '',
  account: 'RFC 4226',
  secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  periodInSeconds: 30,
  counter: 0,
};

test('gives the values of RFC 4226 appendix D', () => {
  const published = [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ];
  expect(published.map((_, counter) => hotpCode(RFC_4226_KEY, counter))).toEqual(published);
});

test('keeps the leading zeros of a code', () => {
  // Appendix D: counter 2 truncates to the number 137359152, one digit short of ten.
  expect(hotpCode({ ...RFC_4226_KEY, digits: 10 }, 2)).toBe('0137359152');
});

test('agrees with RFC 4226 section 5.3 computed on node:crypto, for any counter', () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.integer({ min: 4, max: 10 }),
      fc.constantFrom<OtpAlgorithm>('SHA1', 'SHA256', 'SHA512'),
      (counter, digits, algorithm) => {
        const message = Buffer.alloc(8);
        message.writeBigUInt64BE(BigInt(counter));
        const digest = createHmac(algorithm, '12345678901234567890').update(message).digest();
        const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0xf) & 0x7fff_ffff;
        const expected = String(number % 10 ** digits).padStart(digits, '0');
        expect(hotpCode({ ...RFC_4226_KEY, digits, algorithm }, counter)).toBe(expected);
      },
    ),
  );
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses the counter %d', (counter) => {
  expect(() => hotpCode(RFC_4226_KEY, counter)).toThrow(RangeError);
});

test.each<Partial<OtpKey>>([
  { digits: 3 },
  { digits: 11 },
  { digits: 6.5 },
  { algorithm: 'MD5' as 'SHA1' },
  { type: 'motp' as 'hotp' },
  { secretBase32: '' },
  { secretBase32: 'JBSWY3DPEHPK3PX1' },
])('refuses a key with %j, which no parser gives', (damage) => {
  expect(() => hotpCode({ ...RFC_4226_KEY, ...damage }, 0)).toThrow(RangeError);
});

test('names no part of a damaged secret in the error', () => {
  expect(() => hotpCode({ ...RFC_4226_KEY, secretBase32: 'JBSWY3DPEHPK3PX!' }, 0)).toThrow(/^(?!.*(JBSW|!)).*$/);
});
