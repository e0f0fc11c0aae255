import { expect, test } from 'vitest';
import type { Account } from './account.ts';
import { searchAccounts } from './search-accounts.ts';
import { accountOf } from './vault.fixture.ts';

const USED = { used: 1, 'just used': 2 };

function account(id: string, changes: Partial<Account> = {}): Account {
  return accountOf(id, { issuer: id, account: '', ...changes });
}

function find(accounts: readonly Account[], query: string): readonly string[] {
  return searchAccounts(accounts, { usedAtInMillis: USED, language: 'en' })
    .find(query)
    .map(({ id }) => id);
}

test('those used of late come first, the rest by name as people sort', () => {
  const accounts = [
    account('b'),
    account('site 10'),
    account('Site 9'),
    account('Élan'),
    account('used'),
    account('just used'),
  ];
  expect(find(accounts, '')).toEqual(['just used', 'used', 'b', 'Élan', 'Site 9', 'site 10']);
});

test.each([
  ['shop', ['a']],
  ['ANN', ['a']],
  ['ann shop', ['a']],
  ['shop.example', ['a']],
  ['work', ['a', 'b']],
  ['work bob', ['b']],
  ['cafe', ['c']],
  ['café', ['c']],
  ['ＣＡＦＥ', ['c']],
  ['nobody', []],
])('"%s" finds %j', (query, ids) => {
  const accounts = [
    account('a', { issuer: 'Shop', account: 'ann', origins: ['https://shop.example'], tags: ['Work'] }),
    account('b', { issuer: 'Bank', account: 'bob', tags: ['work', 'Money'] }),
    account('c', { issuer: 'Café Noir' }),
  ];
  expect(find(accounts, query).toSorted()).toEqual(ids);
});

test('ten thousand accounts are searched between two keys', () => {
  const accounts = Array.from({ length: 10_000 }, (_, place) =>
    account(`id-${place}`, { issuer: `Company ${place % 97}`, account: `person${place}@mail.example` }),
  );
  const search = searchAccounts(accounts, { usedAtInMillis: {}, language: 'en' });
  const millis = [1, 2, 3].map(() => {
    const begin = performance.now();
    expect(search.find('company person99')).toHaveLength(111);
    return performance.now() - begin;
  });
  expect(Math.min(...millis)).toBeLessThan(50);
});
