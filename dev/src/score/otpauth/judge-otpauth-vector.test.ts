import type { OtpauthUriResult, OtpKey } from '@lifeguard/shared/otp';
import { describe, expect, test } from 'vitest';
import { judgeOtpauthVector } from './judge-otpauth-vector.ts';
import type { ExpectedKey, OtpauthVector } from './otpauth-vector.ts';

const KEY: OtpKey = {
  type: 'hotp',
  issuer: 'Shop',
  account: 'alice',
  secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 6,
  periodInSeconds: 30,
  counter: 0,
};
const EXPECTED: ExpectedKey = {
  type: 'hotp',
  issuer: 'Shop',
  account: 'alice',
  secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  secretHex: '3132333435363738393031323334353637383930',
  algorithm: 'SHA1',
  digits: 6,
  counter: 0,
  codesByCounter: { 0: '755224' },
};

function accepted(key: Partial<OtpKey> = {}): OtpauthUriResult {
  return { ok: true, key: { ...KEY, ...key }, warnings: [] };
}

function refused(error: 'bad-secret' | 'too-long'): OtpauthUriResult {
  return { ok: false, error, message: '' };
}

function vector(rest: Partial<OtpauthVector>): OtpauthVector {
  return { id: 'm1', uri: '', expect: EXPECTED, ...rest };
}

test('the expected key with the expected codes is right', () => {
  expect(judgeOtpauthVector(vector({}), accepted())).toBeUndefined();
});

test.each<[string, Partial<OtpKey>]>([
  ['issuer is "Store", must be "Shop"', { issuer: 'Store' }],
  ['digits is 8, must be 6', { digits: 8 }],
  ['counter is 1, must be 0', { counter: 1 }],
  ['secretBase32 differs', { secretBase32: 'JBSWY3DPEHPK3PXP' }],
])('says that %s', (why, key) => {
  expect(judgeOtpauthVector(vector({}), accepted(key))).toBe(why);
});

test('a wrong code is wrong even when every field is right, and is not shown', () => {
  const changed = { ...EXPECTED, codesByCounter: { 0: '755224', 1: '111111' } };
  expect(judgeOtpauthVector(vector({ expect: changed }), accepted())).toBe('the code of counter 1 differs');
});

test('another allowed number of digits shows the end of the same code', () => {
  const eight = { ...EXPECTED, digits: 8, codesByCounter: { 0: '84755224' } };
  expect(judgeOtpauthVector(vector({ expect: eight, alt: { digits: [6] } }), accepted())).toBeUndefined();
});

describe('takes what a vector allows, and nothing else', () => {
  test.each<[string, Partial<OtpauthVector>, OtpauthUriResult, boolean]>([
    ['alt', { alt: { issuer: ['Store'] } }, accepted({ issuer: 'Store' }), true],
    ['alt of another field', { alt: { account: ['Store'] } }, accepted({ issuer: 'Store' }), false],
    ['mayError', { mayError: 'bad-secret' }, refused('bad-secret'), true],
    ['one of several mayError', { mayError: ['too-long', 'bad-secret'] }, refused('bad-secret'), true],
    ['another kind than mayError', { mayError: 'too-long' }, refused('bad-secret'), false],
    ['a refusal of what must be accepted', {}, refused('bad-secret'), false],
    ['the expected error', { expect: { error: 'bad-secret' } }, refused('bad-secret'), true],
    ['alsoError', { expect: { error: 'too-long' }, alsoError: ['bad-secret'] }, refused('bad-secret'), true],
    ['another error', { expect: { error: 'too-long' } }, refused('bad-secret'), false],
    ['mayAccept', { expect: { error: 'too-long' }, mayAccept: true }, accepted(), true],
    ['an acceptance of what must be refused', { expect: { error: 'too-long' } }, accepted(), false],
  ])('%s', (_name, rest, result, right) => {
    expect(judgeOtpauthVector(vector(rest), result) === undefined).toBe(right);
  });
});
