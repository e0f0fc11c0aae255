/** How a page went, in the words of the corpus's README. */
export type Verdict =
  // Of pages to fill.
  | 'hit'
  | 'miss'
  | 'partial'
  // Of pages with nothing to fill, and of those to ask on.
  | 'untouched'
  | 'false-fill'
  | 'asked'
  | 'not-asked'
  | 'hasty';

export interface Outcome {
  readonly verdict: Verdict;
  /** Whether the code, or a part of it, is in a field that no code belongs in. */
  readonly isWrong: boolean;
  /** How many kinds of code fields were told right, of how many. */
  readonly kinds: { readonly right: number; readonly of: number };
  /** What the product said, or why it counts as it does. */
  readonly why: string;
}

const RIGHT: readonly Verdict[] = ['hit', 'untouched', 'asked'];

export function isRight({ verdict, isWrong }: Outcome): boolean {
  return RIGHT.includes(verdict) && !isWrong;
}
