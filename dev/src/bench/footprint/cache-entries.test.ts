import { expect, test } from 'vitest';
import { parseCacheEntries } from './cache-entries.ts';

test('the entries of each cache are read out of all that a server measures', () => {
  const metrics = [
    '# TYPE vendor_statistics_approximate_entries_in_memory gauge',
    'vendor_statistics_approximate_entries_in_memory{cache="actionTokens",node="a"} 12.0',
    'vendor_statistics_approximate_entries_in_memory{cache="users",node="a"} 1.0E3',
    'vendor_statistics_hits{cache="users",node="a"} 7.0',
  ].join('\n');
  expect(parseCacheEntries(metrics)).toEqual({ actionTokens: 12, users: 1_000 });
});
