import { defineCommand } from 'citty';
import { runScore } from './run-score.ts';
import { SCORES } from './scores.ts';

const available = SCORES.map(({ name, summary }) => `${name} (${summary})`).join(', ');

/** `score NAME --corpus DIR`: how well the product does on a corpus. */
export const score = defineCommand({
  meta: { name: 'score', description: 'Measure the product against a corpus of cases with their right answers' },
  args: {
    name: { type: 'positional', required: false, description: `The score: ${available}` },
    corpus: { type: 'string', valueHint: 'DIR', description: 'The folder of the corpus (required)' },
    json: { type: 'string', valueHint: 'FILE', description: 'Write the result to this file too' },
    only: {
      type: 'string',
      valueHint: 'TAG',
      description: 'Only cases whose id begins with TAG, that are tagged so, or whose note or source has TAG as a word',
    },
    tag: { type: 'string', valueHint: 'TAG', description: 'The same as --only' },
    browser: {
      type: 'string',
      valueHint: 'NAME',
      description: 'Where a score of the extension runs, such as chromium',
    },
    every: {
      type: 'string',
      valueHint: 'N',
      description: 'Only every Nth case, where pages are shown one after the other',
    },
  },
  async run({ args }) {
    const { _: positional, name, corpus, json, only, tag, browser, every, ...unknown } = args;
    const unexpected = [...positional.slice(1), ...Object.keys(unknown).map((option) => `--${option}`)];
    process.exitCode = await runScore(
      { name, corpus, json, only: only ?? tag, browser, every, unexpected },
      { scores: SCORES, print: console.log, complain: console.error },
    );
  },
});
