import { CHANNEL_WORDS } from './channel.words.ts';
import { CODE_NAMES, CODE_WORDS } from './code.words.ts';
import { COUNTER_WORDS } from './counter.words.ts';
import { wordFinder } from './find-words.ts';
import { OTHER_WORDS } from './other.words.ts';
import { attributeWords, plainText } from './plain-text.ts';
import type { Meaning } from './word-list.ts';

const findInText = wordFinder([...CODE_WORDS, ...CHANNEL_WORDS, ...COUNTER_WORDS, ...OTHER_WORDS], plainText);
const findInNames = wordFinder([...CODE_NAMES, ...CHANNEL_WORDS, ...OTHER_WORDS], attributeWords);

/** What a text for people says. */
export function meaningsOf(text: string): ReadonlySet<Meaning> {
  return findInText(text);
}

/** What names for programs say. */
export function meaningsOfNames(...names: readonly string[]): ReadonlySet<Meaning> {
  return findInNames(names.join(' '));
}
