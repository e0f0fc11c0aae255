import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readExport } from '../import/read-export.ts';
import type { Account } from '../vault/account.ts';
import { accountOf } from '../vault/vault.fixture.ts';
import { migrationUris } from './migration-uris.ts';

const SECRETS = ['JBSWY3DPEHPK3PXP', 'KRUGS4ZANFZSAYJAKRUGS4ZANFZSAYJA'];
const name = fc.string({ maxLength: 30 }).map((text) => text.toWellFormed().trim());
const account = fc
  .record({
    issuer: name,
    account: name,
    secretBase32: fc.constantFrom(...SECRETS),
    algorithm: fc.constantFrom('SHA1' as const, 'SHA256' as const, 'SHA512' as const),
    digits: fc.constantFrom(6, 8),
  })
  .map((changes) => accountOf('a', changes));

async function readBack(uris: readonly string[]) {
  const result = await readExport({ bytes: new TextEncoder().encode(uris.join('\n')) });
  if (!result.ok) throw new Error(result.error);
  return result;
}

function keyOf({ type, issuer, account: holder, secretBase32, algorithm, digits, periodInSeconds }: Account) {
  return { type, issuer, account: holder, secretBase32, algorithm, digits, periodInSeconds, counter: 0 };
}

test('what goes out comes back, over as many codes as it takes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(account, { minLength: 1, maxLength: 35 }),
      fc.nat({ max: 2 ** 31 - 1 }),
      async (accounts, batchId) => {
        const { uris, left } = migrationUris(accounts, batchId);
        expect(left).toEqual([]);
        expect(uris).toHaveLength(Math.ceil(accounts.length / 10));
        const { entries, rejected, batches } = await readBack(uris);
        expect(rejected).toEqual([]);
        expect(entries.map(({ key }) => key)).toEqual(accounts.map(keyOf));
        expect(batches).toMatchObject([{ id: batchId, missing: [] }]);
      },
    ),
    { numRuns: 100 },
  );
});

test('what the app would make other codes of stays out, and is named', () => {
  const others = [
    accountOf('steam', { type: 'steam', digits: 5 }),
    accountOf('seven', { digits: 7 }),
    accountOf('minute', { periodInSeconds: 60 }),
  ];
  const { uris, left } = migrationUris([accountOf('a'), ...others], 1);
  expect(uris).toHaveLength(1);
  expect(left).toEqual(others);
  expect(migrationUris(others, 1).uris).toEqual([]);
});
