import { type OtpauthUriResult, parseOtpauthUri } from '@lifeguard/shared/otp';
import type { Score, ScoreInput, ScoreResult, WrongCase } from '../score.ts';
import { readVectors } from '../vectors.ts';
import { countFetches } from './count-fetches.ts';
import { judgeOtpauthVector } from './judge-otpauth-vector.ts';
import { isOtpauthVector, type OtpauthVector, textOf } from './otpauth-vector.ts';

/** Parses the texts of an otpauth corpus, compares fields and codes, and measures the time of a parse. */
export const otpauthScore: Score = {
  name: 'otpauth',
  summary: 'otpauth URIs: parsed fields, refusals and codes',
  run: scoreOtpauth,
};

const SLOWEST_PARSE_IN_MILLIS = 1000;
const WARM_UP_ROUNDS = 20;
const MEASURED_ROUNDS = 50;

function scoreOtpauth(input: ScoreInput): ScoreResult {
  const vectors = readVectors(input, isOtpauthVector);
  const wrong: WrongCase[] = [];
  let warningsExpected = 0;
  let warningsGiven = 0;
  for (const vector of vectors) {
    const { why, warnings } = answer(vector);
    if (why !== undefined) wrong.push({ id: String(vector.id), why });
    for (const warning of [vector.warn, vector.hint]) {
      if (warning === undefined) continue;
      warningsExpected += 1;
      if (warnings.includes(warning)) warningsGiven += 1;
    }
  }
  return {
    total: vectors.length,
    right: vectors.length - wrong.length,
    wrong,
    figures: { ...measureParse(vectors), warningsExpected, warningsGiven },
  };
}

interface Answer {
  readonly why: string | undefined;
  readonly warnings: readonly string[];
}

function answer(vector: OtpauthVector): Answer {
  const text = textOf(vector);
  try {
    const { result, fetches } = countFetches(() => {
      const startedAt = performance.now();
      const parsed = parseOtpauthUri(text);
      const millis = performance.now() - startedAt;
      return { parsed, millis, why: judgeOtpauthVector(vector, parsed) };
    });
    const slow = result.millis > SLOWEST_PARSE_IN_MILLIS ? `took ${Math.round(result.millis)} ms` : undefined;
    const loaded = fetches > 0 ? 'loaded something that the URI names' : undefined;
    return { why: result.why ?? loaded ?? slow, warnings: warningsOf(result.parsed) };
  } catch (error) {
    return { why: `threw ${error instanceof Error ? error.name : typeof error}`, warnings: [] };
  }
}

function warningsOf(result: OtpauthUriResult): readonly string[] {
  if (result.ok) return result.warnings;
  return result.hint === undefined ? [] : [result.hint];
}

/** The time of one parse, without the large texts that are built to be refused. */
function measureParse(vectors: readonly OtpauthVector[]): Record<string, number> {
  const texts = vectors.filter(({ uri }) => uri !== undefined).map(textOf);
  const micros: number[] = [];
  for (let round = -WARM_UP_ROUNDS; round < MEASURED_ROUNDS; round += 1) {
    for (const text of texts) {
      const startedAt = performance.now();
      parseOtpauthUri(text);
      if (round >= 0) micros.push((performance.now() - startedAt) * 1000);
    }
  }
  if (micros.length === 0) return {};
  micros.sort((one, other) => one - other);
  return { parseMedianInMicros: quantile(micros, 0.5), parseP99InMicros: quantile(micros, 0.99) };
}

function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return Math.round(value * 10) / 10;
}
