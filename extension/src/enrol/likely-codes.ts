import type { ShapedCode } from './code-shape.ts';
import { MAX_RECOVERY_CODE_LENGTH, MAX_RECOVERY_CODES } from './recovery-code.ts';

const MIN_DIGIT_CODES = 5;
const DIGIT_LENGTHS = { min: 6, max: 12 };
const MIN_MIXED_CODES = 3;
const MIN_LETTER_CODES = 4;
/** Shorter codes take a longer list. */
const SHORT_CODE = 8;
const MIN_SHORT_CODES = 5;
/** Random codes hardly ever begin alike; what is numbered or named does. */
const ALIKE_FROM = 2;
/** Numbers that lie closer together than this part of all were counted. */
const COUNTED_SPREAD = 0.05;
const SINGLE_GROUPS = 3;
const SINGLE_LENGTH = 12;
/** How often letters and digits take turns: once in "alice1985". */
const SINGLE_TURNS = 3;

/**
 * Whether codes of one shape were drawn by lot, as recovery codes are: not counted like orders, not beginning alike like phone numbers
 * and dates, no words.
 */
export function areLikelyCodes(codes: readonly ShapedCode[]): boolean {
  const plain = [...new Set(codes.map(({ groups }) => groups.join('')))];
  const [first = ''] = plain;
  if (plain.length > MAX_RECOVERY_CODES || codes.some(({ text }) => text.length > MAX_RECOVERY_CODE_LENGTH))
    return false;
  const groups = codes[0]?.groups.length ?? 0;
  if (plain.length < MIN_MIXED_CODES) return plain.length > 0 && plain.every((code) => isLikelySingle(code, groups));
  if (beginAlike(plain, ALIKE_FROM)) return false;
  if (plain.every((code) => /^\d+$/.test(code))) {
    return (
      plain.length >= MIN_DIGIT_CODES &&
      groups <= 2 &&
      first.length >= DIGIT_LENGTHS.min &&
      first.length <= DIGIT_LENGTHS.max &&
      !beginAlike(plain, 1) &&
      !isCounted(plain)
    );
  }
  if (plain.every((code) => /^[a-z]+$/i.test(code))) {
    return plain.length >= MIN_LETTER_CODES && groups > 1 && first.length >= SHORT_CODE && plain.every(hasOneCase);
  }
  const [withDigits, withLetters] = [/\d/, /[a-z]/i].map((kind) => plain.filter((code) => kind.test(code)).length);
  return (
    Math.min(withDigits!, withLetters!) * 2 >= plain.length &&
    (first.length >= SHORT_CODE || plain.length >= MIN_SHORT_CODES)
  );
}

function beginAlike(codes: readonly string[], length: number): boolean {
  return codes.every((code) => code.slice(0, length).toLowerCase() === codes[0]!.slice(0, length).toLowerCase());
}

function isCounted(codes: readonly string[]): boolean {
  const numbers = codes.map(Number);
  return Math.max(...numbers) - Math.min(...numbers) < COUNTED_SPREAD * 10 ** codes[0]!.length;
}

function isLikelySingle(code: string, groups: number): boolean {
  if (/^\d+$/.test(code) || code.length < SINGLE_LENGTH) return false;
  if (groups >= SINGLE_GROUPS) return hasOneCase(code) || /\d/.test(code);
  return (
    (code.match(/[a-z]\d|\d[a-z]/gi) ?? []).length + (code.match(/(?<=[a-z])\d(?=[a-z])/gi) ?? []).length >=
    SINGLE_TURNS
  );
}

function hasOneCase(code: string): boolean {
  return code === code.toLowerCase() || code === code.toUpperCase();
}
