import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from './rules.ts';

interface VectorFile {
  readonly rule: string;
  readonly cases: readonly { readonly name: string; readonly input: unknown; readonly expect: unknown }[];
}

const folder = new URL('../../vectors/', import.meta.url);
const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VectorFile);

test('every rule has vectors', () => {
  expect(files.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(rules).toSorted());
});

for (const { rule, cases } of files) {
  describe(rule, () => {
    test.each(cases)('$name', ({ input, expect: expected }) => {
      const answer = rules[rule]?.(input as never);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(expected);
    });
  });
}
