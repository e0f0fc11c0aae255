import { parseArgs } from 'node:util';
import { capturePages } from './capture-signals.ts';
import { chromiumTrials } from './chromium-trials.ts';
import { readPages } from './corpus-page.ts';
import { firefoxTrials } from './firefox-trials.ts';

// Shows pages of the corpus of fields for one-time codes, all of them or those of some files, in a browser, and prints a
// line of JSON for each: what the content script tells of it, or what happened when the user asked for the code.
const RUNS = { signals: capturePages, chromium: chromiumTrials, firefox: firefoxTrials };

const { values, positionals } = parseArgs({
  options: { corpus: { type: 'string' }, run: { type: 'string' } },
  allowPositionals: true,
});
const run = RUNS[values.run as keyof typeof RUNS];
const pages = readPages(values.corpus!, positionals);
for await (const line of run(values.corpus!, pages)) console.log(JSON.stringify(line));
