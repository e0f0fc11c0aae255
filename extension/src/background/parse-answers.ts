import type { DateAnswer } from '../clock/skew.ts';
import type { SetUpTexts } from '../content-api.ts';
import type { ShownLine } from '../enrol/find-recovery-codes.ts';
import { asArray, asObject, asText, asTexts } from './untrusted.ts';

// The answers of content scripts, as the background asks for them.

/** A picture of 4K as a PNG in Base64 is smaller. */
const PICTURES = { maxItems: 12, maxLength: 40_000_000 };
const LINKS = { maxItems: 20, maxLength: 4000 };
const AROUND = { maxItems: 60, maxLength: 300 };
const MAX_KEYS = 20;
const MAX_KEY_TEXT = 300;
const MAX_HEADER = 100;
const MAX_LINES = 1500;
const MAX_LINE = 2000;

/** Of `collectPictures`: data URLs and nothing that would be loaded from anywhere. */
export function parsePictures(answer: unknown): readonly string[] {
  return asTexts(answer, PICTURES).filter((picture) => picture.startsWith('data:'));
}

/** Of `collectTexts`. */
export function parseSetUpTexts(answer: unknown): SetUpTexts {
  const { links, keys } = asObject(answer);
  return {
    links: asTexts(links, LINKS),
    keys: asArray(keys, MAX_KEYS).map((key) => {
      const { text, around } = asObject(key);
      return { text: asText(text, MAX_KEY_TEXT), around: asTexts(around, AROUND) };
    }),
  };
}

/** Of `collectLines`. */
export function parseShownLines(answer: unknown): readonly ShownLine[] {
  return asArray(answer, MAX_LINES).map((line) => {
    const { text, isHeading } = asObject(line);
    return { text: asText(text, MAX_LINE), isHeading: isHeading === true };
  });
}

/** Of `readDate`. */
export function parseDateAnswer(answer: unknown): DateAnswer | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { date, age } = asObject(answer);
  return {
    date: typeof date === 'string' ? asText(date, MAX_HEADER) : null,
    age: typeof age === 'string' ? asText(age, MAX_HEADER) : null,
  };
}
