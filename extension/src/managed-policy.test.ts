import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseManagedPolicy } from './managed-policy.ts';

const NOTHING_LAID_DOWN = { exportAllowed: true, minPasswordLength: 10 };

test('without a word of the organisation the user decides', () => {
  expect(parseManagedPolicy({})).toEqual(NOTHING_LAID_DOWN);
});

test('what is laid down holds', () => {
  expect(parseManagedPolicy({ lockAfterInMinutes: 5, exportAllowed: false, minPasswordLength: 16 })).toEqual({
    maxLockAfterInMinutes: 5,
    exportAllowed: false,
    minPasswordLength: 16,
  });
});

test('one pool is laid down, by the published client or by another', () => {
  const address = 'https://id.example.org/realms/acme';
  expect(parseManagedPolicy({ pool: { address } }).pool).toEqual({ address });
  expect(parseManagedPolicy({ pool: { address, clientId: 'codes' } }).pool).toEqual({ address, clientId: 'codes' });
});

test.each([[null], ['acme'], [{}], [{ address: 1 }], [[]]])('the pool %j is none, and there is no other', (pool) => {
  expect(parseManagedPolicy({ pool }).pool).toEqual({ address: '' });
});

test.each([
  [{ lockAfterInMinutes: 'never' }, { maxLockAfterInMinutes: 1 }],
  [{ lockAfterInMinutes: 0 }, { maxLockAfterInMinutes: 1 }],
  [{ lockAfterInMinutes: 100_000 }, { maxLockAfterInMinutes: 1 }],
  [{ exportAllowed: 'yes' }, { exportAllowed: false }],
  [{ exportAllowed: null }, { exportAllowed: false }],
  [{ minPasswordLength: 4 }, { minPasswordLength: 64 }],
  [{ minPasswordLength: 12.5 }, { minPasswordLength: 64 }],
])('%j is taken for the strictest that it may have meant', (stored, policy) => {
  expect(parseManagedPolicy(stored)).toEqual({ ...NOTHING_LAID_DOWN, ...policy });
});

test('the schema that browsers check has these keys, and their bounds', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../public/managed-schema.json'), 'utf8')) as {
    readonly properties: Readonly<Record<string, { readonly minimum?: number; readonly maximum?: number }>>;
  };
  const { lockAfterInMinutes, exportAllowed, minPasswordLength, pool, ...others } = schema.properties;
  expect(others).toEqual({});
  expect(exportAllowed).toMatchObject({ type: 'boolean' });
  expect(lockAfterInMinutes).toMatchObject({ minimum: 1, maximum: 240 });
  expect(minPasswordLength).toMatchObject({ minimum: 10, maximum: 64 });
  expect(pool).toMatchObject({ properties: { address: { type: 'string' }, clientId: { type: 'string' } } });
});
