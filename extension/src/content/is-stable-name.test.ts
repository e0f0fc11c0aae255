import { expect, test } from 'vitest';
import { isStableName } from './is-stable-name.ts';

test.each([
  'otp',
  'idTxtBx_SAOTCC_OTC',
  'kc-otp-1',
  'user[totp_code]',
  'otp-code-0',
  '2fa',
  'form.code',
  'twoFactorCode',
])('%s is given by an author', (name) => {
  expect(isStableName(name)).toBe(true);
});

test.each([
  '',
  ':r1:',
  '«r3»',
  'input-8f3a91c2',
  'field_1700000010',
  'mui-48213',
  'XkQ9zT2b',
  'a1b2c3',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  'x'.repeat(61),
])('%s is made up', (name) => {
  expect(isStableName(name)).toBe(false);
});
