import { runInBrowser } from '../browser-run.ts';
import type { Score, ScoreInput, ScoreResult } from '../score.ts';
import { type CapturedPage, judgeSignals } from './judge-signals.ts';
import { judgeTrial, type Trial } from './judge-trial.ts';
import { type Label, readLabels } from './label.ts';
import { isRight, type Outcome } from './outcome.ts';
import { figuresOf, linesOf } from './tally.ts';

/**
 * The right code in the right field: on labelled pages the built extension is asked for the code as a user asks. With the browser
 * `none` only the detector is measured, on what the content script tells of each page.
 */
export const otpFieldsScore: Score = {
  name: 'otp-fields',
  summary: 'code fields found, told apart and filled on labelled pages',
  browsers: ['chromium', 'firefox', 'none'],
  takesSamples: true,

  async run(input: ScoreInput): Promise<ScoreResult> {
    const labels = readLabels(input);
    const outcomes = await outcomesOf(labels, input);
    const judged = labels.map((label) => ({ label, outcome: outcomes.get(label.file) ?? NOT_SHOWN }));
    const wrong = judged.filter(({ outcome }) => !isRight(outcome));
    return {
      total: judged.length,
      right: judged.length - wrong.length,
      wrong: wrong.map(({ label, outcome }) => ({
        id: label.file,
        why: `${outcome.isWrong ? 'wrong fill, ' : ''}${outcome.verdict} (${label.tags.join(', ')}): ${outcome.why}`,
      })),
      figures: figuresOf(judged),
      lines: linesOf(judged),
    };
  },
};

async function outcomesOf(labels: readonly Label[], { corpusDir, browser }: ScoreInput): Promise<Map<string, Outcome>> {
  const byFile = new Map(labels.map((label) => [label.file, label]));
  const corpus = ['--corpus', corpusDir, ...byFile.keys()];
  if (browser === 'none') {
    const pages = await runInBrowser<CapturedPage>('otp-fields', ['--run', 'signals', ...corpus]);
    return new Map(pages.map((page) => [page.file, judgeSignals(byFile.get(page.file)!, page)]));
  }
  const trials = await runInBrowser<Trial>('otp-fields', ['--run', browser ?? 'chromium', ...corpus]);
  return new Map(trials.map((trial) => [trial.file, judgeTrial(byFile.get(trial.file)!, trial)]));
}

const NOT_SHOWN: Outcome = {
  verdict: 'miss',
  isWrong: false,
  kinds: { right: 0, of: 0 },
  why: 'the page was not shown',
};
