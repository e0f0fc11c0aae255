/** What stands in the boxes of a field, compared with what should. `zero-lost`: all but the zeros in front. */
export type ReadBack = 'kept' | 'zero-lost' | 'other';

/** Compares without the blanks, dashes and blank lines (`123 456`, `___-___`) that masks put around a code. */
export function readBack(values: readonly string[], texts: readonly string[]): ReadBack {
  if (values.every((value, box) => bare(value) === bare(texts[box] ?? ''))) return 'kept';
  const [value = '', text = ''] = [bare(values.join('')), bare(texts.join(''))];
  const lostZero = values.length === 1 && value !== '' && value === text.replace(/^0+/, '');
  return lostZero ? 'zero-lost' : 'other';
}

/**
 * Whether a box may be written over: it is empty, or holds digits, such as a code that has expired, or characters like
 * those of the code. Everything else is the user's text.
 */
export function isReplaceable(value: string, text: string): boolean {
  const standing = bare(value);
  if (standing === '' || /^\d{1,10}$/.test(standing)) return true;
  return standing.length === text.length && /^[\dA-Z]+$/.test(standing) && !/^\d+$/.test(text);
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, '');
}
