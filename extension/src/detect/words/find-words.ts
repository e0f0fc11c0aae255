import type { Meaning, WordList } from './word-list.ts';

/** Finds what a text says. */
export type WordFinder = (text: string) => ReadonlySet<Meaning>;

interface Word {
  readonly meaning: Meaning;
  /** `*` stands for any letters up to the end of a word. */
  readonly letters: string;
  /** Whether letters may stand before it. */
  readonly openStart: boolean;
}

interface Hit {
  readonly meaning: Meaning;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a finder of word lists. Where a longer word contains a shorter one, the shorter one is not meant: a "one-time password" is no
 * password. What was found in a text is remembered: a page has few texts that many fields share.
 * @param toPlain the form in which texts and words are compared
 */
export function wordFinder(lists: readonly WordList[], toPlain: (text: string) => string): WordFinder {
  const index = indexByStart(lists.flatMap((list) => wordsOf(list, toPlain)));

  function hitsIn(text: string): Hit[] {
    const hits: Hit[] = [];
    for (let start = 1; start < text.length - 1; start += 1) {
      const words = index[startOf(text, start)];
      if (words === undefined) continue;
      const isStart = isWordStart(text, start);
      for (const word of words) {
        const end = isStart || word.openStart ? endOf(word, text, start) : undefined;
        if (end !== undefined) hits.push({ meaning: word.meaning, start, end });
      }
    }
    return hits;
  }

  const known = new Map<string, ReadonlySet<Meaning>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const hits = hitsIn(toPlain(text));
    const meant = hits.filter((hit) => !hits.some((other) => isInside(hit, other) && !isSaidToo(hit, other)));
    const meanings = new Set(meant.map(({ meaning }) => meaning));
    known.set(text, meanings);
    return meanings;
  };
}

/** By the two letters that a text begins with where a word is, with its blank or without. */
function indexByStart(words: readonly Word[]): readonly (readonly Word[] | undefined)[] {
  const index: Word[][] = Array.from({ length: INDEX_SIZE }, () => []);
  for (const word of words) {
    const [first = '', second = ' ', third = ' '] = word.letters;
    for (const next of second === ' ' ? [' ', third] : [second]) index[startOf(first + next, 0)]!.push(word);
  }
  return index.map((found) => (found.length === 0 ? undefined : found));
}

const INDEX_SIZE = 0x1000;

/** Two letters as a place in the index, which unlike ones may share: looking them up must cost less than comparing. */
function startOf(text: string, place: number): number {
  return (text.charCodeAt(place) * 31 + text.charCodeAt(place + 1)) & (INDEX_SIZE - 1);
}

const MAX_REMEMBERED = 5000;

function wordsOf({ meaning, words }: WordList, toPlain: (text: string) => string): Word[] {
  return words.split('|').map((word) => ({
    meaning,
    letters: word
      .replace(/^\*/, '')
      .split('*')
      .map((part) => part.replace(/\S.*\S|\S/, (inner) => toPlain(inner).trim()))
      .join('*')
      .trim(),
    openStart: word.startsWith('*'),
  }));
}

function isInside(hit: Hit, other: Hit): boolean {
  return other.start <= hit.start && hit.end <= other.end && other.end - other.start > hit.end - hit.start;
}

const CHANNELS: ReadonlySet<Meaning> = new Set(['app', 'sms', 'email', 'phone']);
const WITH_CHANNEL: ReadonlySet<Meaning> = new Set([
  'one-time-code',
  'code-phrase',
  'code',
  'second-factor',
  'phone-number',
  'username',
]);

/** The "authenticator code" is one of an authenticator, an "e-mail address" is one for e-mail; the "authenticator key" is something else. */
function isSaidToo(inner: Hit, outer: Hit): boolean {
  return CHANNELS.has(inner.meaning) && WITH_CHANNEL.has(outer.meaning);
}

// From the Hebrew letters on, scripts put no blanks between words, or write articles and prepositions without one.
const FIRST_WITHOUT_BLANKS = 0x0590;

function isWithoutBlanks(text: string, place: number): boolean {
  return text.charCodeAt(place) >= FIRST_WITHOUT_BLANKS;
}

function isWordStart(text: string, place: number): boolean {
  return text[place - 1] === ' ' || isWithoutBlanks(text, place) || isWithoutBlanks(text, place - 1);
}

/** Where a word that begins at a place ends. A blank of a word may be missing in the text: "log in" is "login". */
function endOf({ letters }: Word, text: string, start: number): number | undefined {
  let place = start;
  for (const letter of letters) {
    if (letter === '*') while (place < text.length && text[place] !== ' ') place += 1;
    else if (text[place] === letter) place += 1;
    else if (letter !== ' ') return undefined;
  }
  return text[place] === ' ' || isWithoutBlanks(text, place) || isWithoutBlanks(text, place - 1) ? place : undefined;
}
