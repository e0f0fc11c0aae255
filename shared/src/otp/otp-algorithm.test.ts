import { expect, test } from 'vitest';
import { parseOtpAlgorithm } from './otp-algorithm.ts';

test.each([
  ['SHA1', 'SHA1'],
  ['sha-1', 'SHA1'],
  ['HmacSHA1', 'SHA1'],
  ['HmacSHA256', 'SHA256'],
  ['hmac_sha_256', 'SHA256'],
  ['HMAC-SHA-512', 'SHA512'],
])('reads the spelling %s', (text, algorithm) => {
  expect(parseOtpAlgorithm(text)).toBe(algorithm);
});

test.each(['', 'MD5', 'SHA', 'SHA384', 'SHA3-256', 'SHA512/256', 'SHA11', 'xSHA1', 'SHA1\n', 'ſHA1'])(
  'never takes %j for an algorithm that it knows',
  (text) => {
    expect(parseOtpAlgorithm(text)).toBeUndefined();
  },
);
