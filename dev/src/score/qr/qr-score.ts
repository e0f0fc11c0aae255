import { runInBrowser } from '../browser-run.ts';
import type { Score, ScoreInput, ScoreResult } from '../score.ts';
import { judgeReading, type QrReading } from './judge-reading.ts';
import { readQrCases } from './qr-case.ts';

/** Pictures of more pixels are captures of a large screen. */
const CAPTURE_PIXELS = 3840 * 2000;

/** QR codes in pictures, read by the extension's own code in Chromium. */
export const qrScore: Score = {
  name: 'qr',
  summary: 'texts of QR codes in pictures and captures of the screen',
  browsers: ['chromium'],

  async run(input: ScoreInput): Promise<ScoreResult> {
    const cases = readQrCases(input);
    const files = cases.map(({ file }) => file);
    const readings = await runInBrowser<QrReading>('qr', ['--corpus', input.corpusDir, ...files]);
    const byFile = new Map(readings.map((reading) => [reading.file, reading]));
    const judged = cases.map((one) => ({ ...one, ...judgeReading(one, byFile.get(one.file)) }));
    const counted = judged.filter(({ optional }) => optional !== true);
    const wrong = counted.filter(({ why }) => why !== undefined);
    return {
      total: counted.length,
      right: counted.length - wrong.length,
      wrong: wrong.map(({ file, kind, why = '' }) => ({ id: file, why: `${why} (${kind})` })),
      figures: {
        wrongTexts: judged.reduce((sum, { wrongTexts }) => sum + wrongTexts, 0),
        ...timesOf(readings),
      },
      lines: judged
        .filter(({ optional, why }) => optional === true && why !== undefined)
        .map(({ file, why = '' }) => `not counted ${file}: ${why}`),
    };
  },
};

function timesOf(readings: readonly QrReading[]): Record<string, number> {
  const [pictures, captures] = [false, true].map((isCapture) =>
    readings
      .filter(({ size: [width, height] }) => width * height >= CAPTURE_PIXELS === isCapture)
      .map(({ millis }) => millis)
      .toSorted((one, other) => one - other),
  );
  return {
    ...medianAndMost('picture', pictures!),
    ...medianAndMost('capture', captures!),
  };
}

function medianAndMost(name: string, sorted: readonly number[]): Record<string, number> {
  if (sorted.length === 0) return {};
  return {
    [`${name}MedianMillis`]: round(sorted[Math.floor(sorted.length / 2)]!),
    [`${name}MostMillis`]: round(sorted.at(-1)!),
  };
}

function round(millis: number): number {
  return Math.round(millis * 10) / 10;
}
