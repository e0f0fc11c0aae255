import { expect, test } from 'vitest';
import { readKeepassOtp } from './keepass-otp.ts';

const HELLO = 'JBSWY3DP';
const OWNER = { Title: 'Shop', UserName: 'ann' };

test.each<[string, Record<string, string>, object]>([
  ['a URI', { otp: `otpauth://totp/Bank:bob?secret=${HELLO}` }, { issuer: 'Bank', account: 'bob' }],
  ['KeePassXC’s seed', { 'TOTP Seed': HELLO, 'TOTP Settings': '60;8' }, { periodInSeconds: 60, digits: 8 }],
  ['a Steam seed', { 'TOTP Seed': HELLO, 'TOTP Settings': '30;S' }, { type: 'steam', digits: 5 }],
  ['KeeOtp', { otp: `key=${HELLO}&size=8&step=60` }, { periodInSeconds: 60, digits: 8 }],
  ['KeeOtp in hexadecimal', { otp: 'key=48656c6c6f&encoding=Hex' }, {}],
  ['KeeOtp with a counter', { otp: `type=Hotp&key=${HELLO}&counter=4` }, { type: 'hotp', counter: 4 }],
  ['KeePass in Base32', { 'TimeOtp-Secret-Base32': HELLO, 'TimeOtp-Period': '60' }, { periodInSeconds: 60 }],
  ['KeePass in hexadecimal', { 'TimeOtp-Secret-Hex': '48656C6C6F' }, {}],
  ['KeePass in Base64', { 'TimeOtp-Secret-Base64': 'SGVsbG8=' }, {}],
  ['KeePass as text', { 'TimeOtp-Secret': 'Hello', 'TimeOtp-Algorithm': 'HMAC-SHA-512' }, { algorithm: 'SHA512' }],
  ['KeePass with a counter', { 'HmacOtp-Secret-Hex': '48656c6c6f', 'HmacOtp-Counter': '7' }, { counter: 7 }],
])('%s', (_name, fields, key) => {
  expect(readKeepassOtp(new Map(Object.entries({ ...OWNER, ...fields })))).toMatchObject({
    kind: 'entry',
    entry: { key: { secretBase32: HELLO, ...key } },
  });
});

test.each<[string, Record<string, string>, object]>([
  ['no code', { Password: HELLO }, { kind: 'no-code' }],
  ['a secret in an encoding that nobody knows', { otp: `key=${HELLO}&encoding=base99` }, { reason: 'bad-secret' }],
  ['hexadecimal that is none', { 'TimeOtp-Secret-Hex': 'xyz' }, { reason: 'bad-secret' }],
  ['settings that say nothing of use', { 'TOTP Seed': HELLO, 'TOTP Settings': '0;6' }, { reason: 'bad-period' }],
])('%s', (_name, fields, expected) => {
  expect(readKeepassOtp(new Map(Object.entries(fields)))).toMatchObject(expected);
});
