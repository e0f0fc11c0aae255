import { expect, test } from 'vitest';
import { SHOP_KEY } from './import.fixture.ts';
import type { ImportedExport } from './import-result.ts';
import { previewImport } from './preview-import.ts';

const REJECTED = { reason: 'bad-secret', name: 'Bank', index: 4 } as const;

function imported(...keys: readonly ImportedExport['entries'][number]['key'][]): ImportedExport {
  const entries = keys.map((key) => ({ key, trashed: false }));
  return { entries, rejected: [REJECTED], skipped: 2, batches: [] };
}

test('what is new is accepted, and what the file says about the rest is passed on', () => {
  const preview = previewImport(imported(SHOP_KEY), [{ ...SHOP_KEY, secretBase32: 'GEZDGNBVGY3TQOJQ' }]);
  expect(preview).toEqual({
    accepted: [{ key: SHOP_KEY, trashed: false }],
    duplicates: [],
    rejected: [REJECTED],
    skipped: 2,
    batches: [],
  });
});

test('what the vault holds is a duplicate under any name', () => {
  const preview = previewImport(imported(SHOP_KEY), [{ ...SHOP_KEY, issuer: 'My shop', account: '' }]);
  expect(preview).toMatchObject({ accepted: [], duplicates: [{ key: SHOP_KEY, heldBy: 'vault' }] });
});

test('what the file holds twice is a duplicate the second time, unless it has another name or makes other codes', () => {
  const bob = { ...SHOP_KEY, account: 'bob' };
  const longer = { ...SHOP_KEY, digits: 6 };
  const preview = previewImport(imported(SHOP_KEY, bob, SHOP_KEY, longer), []);
  expect(preview.accepted.map(({ key }) => key)).toEqual([SHOP_KEY, bob, longer]);
  expect(preview.duplicates).toMatchObject([{ key: SHOP_KEY, heldBy: 'file' }]);
});

test('HOTP is rejected, because the vault keeps no counters', () => {
  const preview = previewImport(imported({ ...SHOP_KEY, type: 'hotp' }), []);
  expect(preview).toMatchObject({
    accepted: [],
    rejected: [REJECTED, { reason: 'unsupported-type', name: 'Shop (ann)' }],
  });
});
