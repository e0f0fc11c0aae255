import type { ReadResult } from '@lifeguard/extension/read-export';
import { expect, test } from 'vitest';
import type { ImportCase } from './import-case.ts';
import { judgeImport } from './judge-import.ts';

// The secret and the code at 59 s of RFC 6238 appendix B.
const CODE_TIME_IN_SECONDS = 59;
const EXPECTED = {
  issuer: 'Shop',
  account: 'ann',
  secretHex: '3132333435363738393031323334353637383930',
  type: 'totp',
  algorithm: 'SHA1',
  digits: 8,
  period: 30,
  code: '94287082',
};
const KEY = {
  type: 'totp',
  issuer: 'Shop',
  account: 'ann',
  secretBase32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  algorithm: 'SHA1',
  digits: 8,
  periodInSeconds: 30,
  counter: 0,
} as const;
const STEAM = { ...KEY, type: 'steam', digits: 5 } as const;
const ENTRY = { key: KEY, trashed: false };

function expected(fields: Partial<ImportCase> = {}): ImportCase {
  return { id: 'x', file: 'x', entries: [EXPECTED], rejected: [], ...fields };
}

function read(fields: Partial<Extract<ReadResult, { ok: true }>> = {}): ReadResult {
  return { ok: true, format: 'x', entries: [ENTRY], rejected: [], skipped: 0, batches: [], ...fields };
}

function refused(error: 'corrupt' | 'unknown-format'): ReadResult {
  return { ok: false, error };
}

const bad = { reason: 'bad-secret', index: 1, name: 'Bank' } as const;
const renamed = { ...ENTRY, key: { ...KEY, issuer: 'Bank' } };
const bob = { ...EXPECTED, account: 'bob' };
const bobEntry = { ...ENTRY, key: { ...KEY, account: 'bob' } };

test.each<[string, ImportCase, ReadResult]>([
  ['the expected entries', expected(), read()],
  [
    'another value that the corpus allows',
    expected({ alt: { 0: { issuer: ['Bank'] } } }),
    read({ entries: [renamed] }),
  ],
  ['the expected rejection', expected({ rejected: [{ reason: 'bad-secret', index: 1 }] }), read({ rejected: [bad] })],
  ['a rejection that is allowed', expected({ mayReject: { 0: 'bad-secret' } }), read({ entries: [], rejected: [bad] })],
  [
    'Steam, rejected with its reason',
    expected({ entries: [{ ...EXPECTED, type: 'steam' }] }),
    read({ entries: [], rejected: [{ reason: 'unsupported-type', name: '' }] }),
  ],
  [
    'another order where that is free',
    expected({ entries: [bob, EXPECTED], orderFree: true }),
    read({ entries: [ENTRY, bobEntry] }),
  ],
  ['the expected error', expected({ error: 'corrupt' }), refused('corrupt')],
  ['an error that is allowed', expected({ mayError: 'corrupt' }), refused('corrupt')],
  ['success that is allowed', expected({ error: 'corrupt', mayError: 'none', entriesIfAccepted: [EXPECTED] }), read()],
  ['a format that is optional', expected({ optional: true }), refused('unknown-format')],
  [
    'a duplicate',
    expected({ entries: [EXPECTED, EXPECTED], duplicates: [[0, 1]] }),
    read({ entries: [ENTRY, { ...ENTRY, key: { ...KEY } }] }),
  ],
])('%s is right', (_name, corpusCase, result) => {
  expect(judgeImport(corpusCase, result, CODE_TIME_IN_SECONDS)).toBeUndefined();
});

test.each<[string, ImportCase, ReadResult, string]>([
  ['a missing entry', expected(), read({ entries: [] }), 'entry 0: it is not there'],
  ['an entry too many', expected({ entries: [] }), read(), 'accepted 1 more than expected'],
  ['another field', expected(), read({ entries: [renamed] }), 'entry 0: its issuer is "Bank"'],
  [
    'another secret',
    expected(),
    read({ entries: [{ ...ENTRY, key: { ...KEY, secretBase32: 'GEZDGNBV' } }] }),
    'entry 0: its secret differs',
  ],
  ['another code', expected({ entries: [{ ...EXPECTED, code: '0' }] }), read(), 'entry 0: its code differs'],
  ['Steam as TOTP', expected(), read({ entries: [{ ...ENTRY, key: STEAM }] }), 'entry 0: its type is "steam"'],
  ['a rejection too many', expected(), read({ rejected: [bad] }), 'rejected item 1 as bad-secret'],
  [
    'a rejection at another place',
    expected({ rejected: [{ reason: 'bad-secret', index: 0 }] }),
    read({ rejected: [bad] }),
    "didn't reject item 0 as bad-secret",
  ],
  [
    'another order',
    expected({ entries: [bob, EXPECTED] }),
    read({ entries: [ENTRY, bobEntry] }),
    'entry 0: its account is "ann"',
  ],
  ['a refusal', expected(), refused('corrupt'), 'failed as corrupt'],
  [
    'another error',
    expected({ error: 'corrupt' }),
    refused('unknown-format'),
    'failed as unknown-format, not as corrupt',
  ],
  ['success instead of an error', expected({ error: 'corrupt' }), read(), 'was accepted, not refused as corrupt'],
  ['another number of skipped items', expected({ skipped: 1 }), read(), 'skipped 0'],
  [
    'missing batches that nobody tells',
    expected({ batch: { id: 1, size: 2, present: [0], missing: [1] } }),
    read({ batches: [{ id: 1, size: 2, present: [0, 1], missing: [] }] }),
    'says something else about the batches of 1',
  ],
  ['trash that nobody tells', expected({ trashed: [0] }), read(), "doesn't tell what was trashed"],
  [
    'a duplicate that nobody finds',
    expected({ entries: [EXPECTED, bob], duplicates: [[0, 1]] }),
    read({ entries: [ENTRY, bobEntry] }),
    "didn't find the duplicates",
  ],
])('%s is wrong', (_name, corpusCase, result, why) => {
  expect(judgeImport(corpusCase, result, CODE_TIME_IN_SECONDS)).toBe(why);
});
