import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');
const table = readFileSync(join(docs, 'security-tests.md'), 'utf8');
/** A link to a file, and the part of a test's name behind it. */
const named = [...table.matchAll(/\]\((\.\.\/[^)]+\.ts)\): “([^”]+)”/g)].map(([, file = '', name = '']) => [
  name,
  file,
]);

test('each row of the table names a test', () => {
  const rows = table.split('\n').filter((line) => /^\| (?!attack or failure|-)/.test(line));
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter((row) => !/\.ts\): “/.test(row))).toEqual([]);
});

test.each(named)('there is a test “%s” in %s', (name, file) => {
  expect(readFileSync(join(docs, file), 'utf8')).toContain(name);
});
