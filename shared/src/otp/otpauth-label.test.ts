import { expect, test } from 'vitest';
import { splitLabel } from './otpauth-label.ts';

test.each([
  ['Shop:alice', 'Shop', 'alice'],
  [' Shop : alice ', 'Shop', 'alice'],
  ['alice', '', 'alice'],
  ['', '', ''],
  [':alice', '', 'alice'],
  ['Shop:', 'Shop', ''],
  ['Shop:Team:alice', 'Shop', 'Team:alice'],
  ['https://shop.test:alice', 'https://shop.test', 'alice'],
  ['https://shop.test', '', 'https://shop.test'],
])('splits %j at its first colon that begins no authority', (label, issuer, account) => {
  expect(splitLabel(label, [''])).toEqual({ issuer, account });
});

test.each([
  ['https://git.test:3000/:alice', 'https://git.test:3000/', 'alice'],
  ['Shop:Team:alice', 'Shop:Team', 'alice'],
  ['Shop:alice', 'Shop:Team', 'alice'],
])('in %j the issuer %j ends where the parameter says', (label, issuer, account) => {
  expect(splitLabel(label, [issuer]).account).toBe(account);
});
