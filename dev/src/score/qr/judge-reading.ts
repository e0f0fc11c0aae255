import type { QrCase } from './qr-case.ts';

/** What the extension has read in a picture. */
export interface QrReading {
  readonly file: string;
  /** Absent: it is no picture. */
  readonly texts?: readonly string[];
  readonly size: readonly [width: number, height: number];
  readonly millis: number;
}

export interface QrVerdict {
  /** Why it is not right. */
  readonly why?: string;
  /** How many texts were read that do not stand in the picture. */
  readonly wrongTexts: number;
}

/** Compares a reading with what the corpus says of the picture. */
export function judgeReading(expected: QrCase, reading: QrReading | undefined): QrVerdict {
  if (reading === undefined) return { why: 'it was not shown', wrongTexts: 0 };
  const { texts = [] } = reading;
  const { alt = [], mayDecode = [], broken = false } = expected;
  const allowed = new Set([...expected.texts, ...alt.flat(), ...mayDecode]);
  const wrongTexts = texts.filter((text) => !allowed.has(text)).length;
  if (wrongTexts > 0) return { why: `${wrongTexts} texts do not stand in it`, wrongTexts };
  if (broken) return reading.texts === undefined ? { wrongTexts } : { why: 'it passed for a picture', wrongTexts };
  const right = [expected.texts, ...alt, ...(mayDecode.length > 0 ? [mayDecode] : [])];
  if (right.some((list) => isSame(list, texts))) return { wrongTexts };
  return { why: `${texts.length} of ${expected.texts.length} texts were read`, wrongTexts };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
}
