import { LOOK_ALIKE_LETTERS, LOOK_ALIKE_PAIRS } from './look-alike-letters.ts';

/**
 * What a name looks like: names of one skeleton are hard to tell apart. It is no name itself.
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function skeleton(name: string): string {
  const plain = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const letters = Array.from(plain, asciiOf).join('');
  return LOOK_ALIKE_PAIRS.reduce((text, [pair, letter]) => text.replaceAll(pair, letter), letters);
}

/** Twice, because a Cyrillic `і` is an `i`, which is an `l`. */
function asciiOf(letter: string): string {
  const like = LOOK_ALIKE_LETTERS[letter] ?? letter;
  return LOOK_ALIKE_LETTERS[like] ?? like;
}
