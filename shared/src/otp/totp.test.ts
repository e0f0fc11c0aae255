import { describe, expect, test } from 'vitest';
import type { OtpAlgorithm } from './otp-algorithm.ts';
import type { OtpKey } from './otp-key.ts';
import { totpCode } from './totp.ts';

const KEY: OtpKey = {
  type: 'totp',
  issuer: '',
  account: 'RFC 6238',
  secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 8,
  periodInSeconds: 30,
  counter: 0,
};

// Erratum 2866: the secret is as long as the hash.
const SECRETS: Readonly<Record<OtpAlgorithm, string>> = {
  SHA1: KEY.secretBase32,
  SHA256: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA',
  SHA512: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA',
};

describe('gives the values of RFC 6238 appendix B', () => {
  test.each<[unixSeconds: number, SHA1: string, SHA256: string, SHA512: string]>([
    [59, '94287082', '46119246', '90693936'],
    [1_111_111_109, '07081804', '68084774', '25091201'],
    [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'],
    [2_000_000_000, '69279037', '90698825', '38618901'],
    [20_000_000_000, '65353130', '77737706', '47863826'],
  ])('at %d s', (unixSeconds, ...codes) => {
    const algorithms: readonly OtpAlgorithm[] = ['SHA1', 'SHA256', 'SHA512'];
    const computed = algorithms.map(
      (algorithm) => totpCode({ ...KEY, algorithm, secretBase32: SECRETS[algorithm] }, unixSeconds * 1000).code,
    );
    expect(computed).toEqual(codes);
  });
});

test('a step begins on its first millisecond and ends on the last one before the next', () => {
  expect(totpCode(KEY, 29_999)).toMatchObject({ step: 0, validUntilInMillis: 30_000 });
  expect(totpCode(KEY, 30_000)).toMatchObject({ step: 1, validUntilInMillis: 60_000 });
  expect(totpCode(KEY, 30_000).code).toBe(totpCode(KEY, 59_999).code);
});

test.each([1, 10, 60, 86_400, 31_536_000])('keeps a period of %d s', (periodInSeconds) => {
  const moment = 1_700_000_000_123;
  const { step, validUntilInMillis } = totpCode({ ...KEY, periodInSeconds }, moment);
  expect(step).toBe(Math.floor(1_700_000_000 / periodInSeconds));
  expect(validUntilInMillis).toBe((step + 1) * periodInSeconds * 1000);
  expect(validUntilInMillis).toBeGreaterThan(moment);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the moment %d', (moment) => {
  expect(() => totpCode(KEY, moment)).toThrow(RangeError);
});

test.each([0, -30, 0.5, Number.NaN])('refuses a period of %d s', (periodInSeconds) => {
  expect(() => totpCode({ ...KEY, periodInSeconds }, 0)).toThrow(RangeError);
});

test('refuses an HOTP key, whose counter is not the time', () => {
  expect(() => totpCode({ ...KEY, type: 'hotp' }, 0)).toThrow(TypeError);
});
