import { expect, test } from 'vitest';
import type { OtpKey } from './otp-key.ts';
import { totpCode } from './totp.ts';

const STEAM_KEY: OtpKey = {
  type: 'steam',
  issuer: 'Steam',
  account: 'player',
  secretBase32: '63BEDWCQZKTQWPESARIERL5DTTQFCJTK',
  algorithm: 'SHA1',
  digits: 5,
  periodInSeconds: 30,
  counter: 0,
};

// The values that the Steam app showed for a throw-away account, published in KeePassXC's tests/TestTotp.cpp.
test.each([
  [1_511_200_518, 'FR8RV'],
  [1_511_200_714, '9P3VP'],
])('gives the code of the Steam app at %d s', (unixSeconds, code) => {
  expect(totpCode(STEAM_KEY, unixSeconds * 1000).code).toBe(code);
});

test('a Steam code has five characters, and a key that says otherwise is refused', () => {
  expect(() => totpCode({ ...STEAM_KEY, digits: 6 }, 0)).toThrow(RangeError);
});
