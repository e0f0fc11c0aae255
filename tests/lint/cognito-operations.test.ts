import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const api = join(root, 'server-plugin/core/src/cognito/api.ts');

test('the page of the Cognito API names the operations that there are, and no other', () => {
  const served = [...readFileSync(api, 'utf8').matchAll(/^\s+([A-Z]\w+): \w+,$/gm)].map(([, name]) => name);
  expect(served.length).toBeGreaterThan(40);
  const page = readFileSync(join(root, 'docs/cognito.md'), 'utf8');
  const [, table = ''] = /\| operations .*\n\|[ -|]*\n((?:\|.*\n)+)/.exec(page) ?? [];
  const named = table.split('\n').flatMap((row) => (row.split('|')[1] ?? '').match(/\b[A-Z][A-Za-z]{5,}\b/g) ?? []);
  expect(named.toSorted()).toEqual(served.toSorted());
});
