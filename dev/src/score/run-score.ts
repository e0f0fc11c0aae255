import { statSync, writeFileSync } from 'node:fs';
import { BadCorpus, type Score, type ScoreResult } from './score.ts';

export interface ScoreRequest {
  readonly name: string | undefined;
  readonly corpus: string | undefined;
  readonly json: string | undefined;
  readonly only: string | undefined;
  readonly browser?: string | undefined;
  readonly every?: string | undefined;
  /** What else stood on the command line. */
  readonly unexpected: readonly string[];
}

export interface ScoreSurroundings {
  readonly scores: readonly Score[];
  readonly print: (line: string) => void;
  readonly complain: (sentence: string) => void;
}

/** 0: the score ran, whatever it found. 2: it couldn't, and one sentence said why. */
export type ScoreExitCode = 0 | 2;

/** Runs one score as the command line asks for it, prints what is wrong and the sum, and writes the JSON file. */
export async function runScore(
  { name, corpus, json, only, browser, every, unexpected }: ScoreRequest,
  { scores, print, complain }: ScoreSurroundings,
): Promise<ScoreExitCode> {
  function refuse(sentence: string): ScoreExitCode {
    complain(sentence);
    return 2;
  }

  const known = scores.map((score) => score.name).join(', ');
  if (!name) return refuse(`Name the score to run: ${known}.`);
  const score = scores.find((candidate) => candidate.name === name);
  if (score === undefined) return refuse(`There is no score "${name}"; available: ${known}.`);
  if (unexpected.length > 0) return refuse(`The command doesn't know ${unexpected.join(', ')}; see score --help.`);
  if (!corpus) return refuse('Say where the corpus is, with --corpus DIR.');
  if (statSync(corpus, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return refuse(`The corpus "${corpus}" is not a folder.`);
  }
  if (json === '') return refuse('Say which file to write, with --json FILE.');
  if (only === '') return refuse('Say which cases to take, with --only TAG.');
  if (browser !== undefined && score.browsers?.includes(browser) !== true) {
    const choices = score.browsers === undefined ? 'it needs none' : `it runs in ${score.browsers.join(', ')}`;
    return refuse(`The score "${name}" does not run in the browser "${browser}": ${choices}.`);
  }
  if (every !== undefined && score.takesSamples !== true) return refuse(`The score "${name}" takes all cases.`);
  if (every !== undefined && !/^[1-9]\d{0,5}$/.test(every)) return refuse('Say how many cases apart, with --every 3.');

  let result: ScoreResult;
  try {
    result = await score.run({
      corpusDir: corpus,
      only,
      browser,
      every: every === undefined ? undefined : Number(every),
    });
  } catch (error) {
    if (error instanceof BadCorpus) return refuse(error.message);
    throw error;
  }

  for (const { id, why } of result.wrong) print(`wrong ${id}: ${why}`);
  for (const line of result.lines ?? []) print(line);
  const figures = Object.entries(result.figures).map(([figure, value]) => `; ${figure} ${value}`);
  print(`${score.name}: ${result.right} of ${result.total} right${figures.join('')}`);
  if (json === undefined) return 0;
  try {
    writeFileSync(json, `${JSON.stringify({ name: score.name, ...result }, undefined, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(`The result can't be written to "${json}": ${reason}.`);
  }
  return 0;
}
