import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExport } from '@lifeguard/extension/read-export';
import { BadCorpus, type Score, type ScoreInput, type ScoreResult, type WrongCase } from '../score.ts';
import { readCorpusFile, readVectors } from '../vectors.ts';
import { type ImportCase, isImportCase } from './import-case.ts';
import { judgeImport } from './judge-import.ts';

/** Reads the export files of a corpus, compares entries, rejections and errors, and measures the time of a file. */
export const importsScore: Score = {
  name: 'imports',
  summary: "other apps' export files: entries, rejections and errors",
  run: scoreImports,
};

const EXPECTED = 'expected.json';

async function scoreImports(input: ScoreInput): Promise<ScoreResult> {
  const cases = readVectors(input, isImportCase, { name: EXPECTED, list: 'cases' });
  const { codeTime } = readCorpusFile(input.corpusDir, EXPECTED);
  if (typeof codeTime !== 'number') throw new BadCorpus(`${EXPECTED} has no number named "codeTime".`);
  const wrong: WrongCase[] = [];
  const millis: number[] = [];
  for (const expected of cases) {
    const bytes = readCase(input.corpusDir, expected);
    const startedAt = performance.now();
    const why = await answer(expected, bytes, codeTime);
    millis.push(performance.now() - startedAt);
    if (why !== undefined) wrong.push({ id: String(expected.id), why });
  }
  millis.sort((one, other) => one - other);
  return {
    total: cases.length,
    right: cases.length - wrong.length,
    wrong,
    figures: {
      importMedianInMillis: round(millis[Math.floor((millis.length - 1) / 2)]),
      importSlowestInMillis: round(millis.at(-1)),
    },
  };
}

function readCase(corpusDir: string, { id, file }: ImportCase): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(join(corpusDir, file)));
  } catch (cause) {
    throw new BadCorpus(`The file of the case "${id}" can't be read.`, { cause });
  }
}

async function answer(
  expected: ImportCase,
  bytes: Uint8Array<ArrayBuffer>,
  codeTimeInSeconds: number,
): Promise<string | undefined> {
  const { file, password } = expected;
  try {
    const result = await readExport({ bytes, fileName: file, ...(password !== undefined && { password }) });
    return judgeImport(expected, result, codeTimeInSeconds);
  } catch (error) {
    return `threw ${error instanceof Error ? error.name : typeof error}`;
  }
}

function round(millis = 0): number {
  return Math.round(millis * 10) / 10;
}
