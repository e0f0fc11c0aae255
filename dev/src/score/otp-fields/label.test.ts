import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BadCorpus } from '../score.ts';
import { readLabels } from './label.ts';

const PAGE = { file: 'captured/a.html', origin: 'https://a.example', targets: [], expect: 'nothing', tags: ['login'] };
const OTHER = { ...PAGE, file: 'synthetic/b.html', tags: ['login-with-otp'] };

let corpusDir: string;
beforeEach(() => {
  corpusDir = mkdtempSync(join(tmpdir(), 'lifeguard-labels-'));
});
afterEach(() => {
  rmSync(corpusDir, { recursive: true });
});

function write(labels: unknown): void {
  writeFileSync(join(corpusDir, 'labels.json'), typeof labels === 'string' ? labels : JSON.stringify(labels));
}

test.each([
  [undefined, 2],
  ['login', 1],
  ['synthetic', 1],
  ['synthetic/b', 1],
])('%s selects %d', (only, count) => {
  write([PAGE, OTHER]);
  expect(readLabels({ corpusDir, only })).toHaveLength(count);
});

test('of those that are selected, some are taken that lie evenly apart', () => {
  const pages = [1, 2, 3, 4, 5].map((place) => ({ ...PAGE, file: `captured/${place}.html` }));
  write([OTHER, ...pages]);
  const taken = readLabels({ corpusDir, only: 'captured', every: 2 });
  expect(taken.map(({ file }) => file)).toEqual(['captured/1.html', 'captured/3.html', 'captured/5.html']);
});

test.each<[unknown, RegExp]>([
  ['{', /no readable labels\.json/],
  [{}, /no list of labelled pages/],
  [[{ ...PAGE, expect: 'maybe' }], /no list of labelled pages/],
  [[PAGE], /No page of .* is selected by "card-cvc"/],
])('%j is refused', (labels, sentence) => {
  write(labels);
  expect(() => readLabels({ corpusDir, only: 'card-cvc' })).toThrow(BadCorpus);
  expect(() => readLabels({ corpusDir, only: 'card-cvc' })).toThrow(sentence);
});
