import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { otpFieldsScore } from '@lifeguard/dev/otp-fields-score';
import { expect, test } from '@playwright/test';

const OWN_PAGES = join(import.meta.dirname, '../code-pages');
const CORPUS = join(
  resolve(import.meta.dirname, '../..', process.env['LIFEGUARD_CORPUS'] ?? '../shared/corpus'),
  otpFieldsScore.name,
);

test('the code gets into the one field of a page that it belongs in, and into no other', async () => {
  const { wrong } = await otpFieldsScore.run({ corpusDir: OWN_PAGES, only: undefined, browser: 'chromium' });
  expect(wrong).toEqual([]);
});

test('the code gets into the right field of the corpus pages, as far as a run has time for them', async () => {
  test.skip(!existsSync(CORPUS), 'the corpus is left out: there is no folder for it (LIFEGUARD_CORPUS says where)');
  test.setTimeout(5 * 60_000);
  const sample = { corpusDir: CORPUS, only: undefined, every: 14 };
  const { wrong, total } = await otpFieldsScore.run({ ...sample, browser: 'chromium' });
  expect(wrong).toEqual([]);
  expect(total).toBeGreaterThanOrEqual(20);
});

test('the detector is right on the pages of the corpus', async () => {
  test.skip(!existsSync(CORPUS), 'the corpus is left out: there is no folder for it (LIFEGUARD_CORPUS says where)');
  test.setTimeout(15 * 60_000);
  const { figures } = await otpFieldsScore.run({ corpusDir: CORPUS, only: undefined, browser: 'none' });
  expect(figures['neverViolations']).toBe(0);
  for (const figure of ['recall', 'precision']) expect(figures[figure], figure).toBeGreaterThanOrEqual(0.98);
  for (const figure of ['nothingRight', 'askRight']) expect(figures[figure], figure).toBeGreaterThanOrEqual(0.99);
});
