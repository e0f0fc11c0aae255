import type { ShownText } from '../enrol/shown-key.ts';
import type { ScannedRoot } from './shadow-roots.ts';

/** A part of a key, or all of it. */
const KEY_PART = /^[A-Za-z2-7]{3,}(?:[\s\u2010-\u2015-]+[A-Za-z2-7]{2,})*=*$/;
const MIN_CHARACTERS = 16;
const MAX_CHARACTERS = 200;
/** Of one document: a page with more words of their own is no enrolment. */
const MAX_PARTS = 300;
const MAX_KEYS = 20;
/** How far around a key its values stand, and how many texts that may be. */
const MAX_ANCESTORS = 5;
const MAX_AROUND = 60;
const READ_ONLY_FIELDS = 'input[readonly], textarea[readonly]';
const SET_UP_LINKS = 'a[href^="otpauth:" i]';

/** The setup links of a document, which phones open by themselves. */
export function setUpLinks(roots: readonly ScannedRoot[]): readonly string[] {
  return roots.flatMap(({ root }) =>
    [...root.querySelectorAll<HTMLAnchorElement>(SET_UP_LINKS)].map(({ href }) => href),
  );
}

/** The texts that may be keys for typing into an app: what is one, `findShownKey` says. */
export function shownKeys(roots: readonly ScannedRoot[]): readonly ShownText[] {
  const holders = new Set(roots.flatMap(({ root }) => [...fieldsIn(root), ...holdersIn(root)]));
  return [...holders]
    .map((holder) => ({ holder, text: textOf(holder) }))
    .filter(({ holder, text }) => isLongEnough(text) && holder.checkVisibility({ visibilityProperty: true }))
    .slice(0, MAX_KEYS)
    .map(({ holder, text }) => ({ text, around: textsAround(holder) }));
}

function fieldsIn(root: Document | ShadowRoot): readonly Element[] {
  return [...root.querySelectorAll(READ_ONLY_FIELDS)];
}

/** The elements whose whole text may be a key; its groups may stand in elements of their own. */
function holdersIn(root: Document | ShadowRoot): readonly Element[] {
  const walker = document.createTreeWalker(root instanceof Document ? (root.body ?? root) : root, NodeFilter.SHOW_TEXT);
  const holders: Element[] = [];
  for (let parts = 0; parts < MAX_PARTS && walker.nextNode() !== null;) {
    const { data, parentElement } = walker.currentNode as Text;
    const text = data.trim();
    if (parentElement === null || text.length > MAX_CHARACTERS || !KEY_PART.test(text)) continue;
    parts += 1;
    const outer = parentElement.parentElement;
    holders.push(isLongEnough(text) || outer === null ? parentElement : outer);
  }
  return holders;
}

function textOf(element: Element): string {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  // A browser leaves the blanks between blocks to the page's layout.
  return (isField ? element.value : ((element as HTMLElement).innerText ?? element.textContent)).trim();
}

function isLongEnough(text: string): boolean {
  return text.length >= MIN_CHARACTERS && text.length <= MAX_CHARACTERS;
}

/** The short texts of the part of the page that a key belongs to. */
function textsAround(holder: Element): readonly string[] {
  let part = holder;
  for (let step = 0; step < MAX_ANCESTORS && part.parentElement !== null; step += 1) {
    if (part.parentElement.querySelectorAll('*').length > MAX_AROUND) break;
    part = part.parentElement;
  }
  const shown = part instanceof HTMLElement ? part.innerText : part.textContent;
  return (shown ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= MAX_CHARACTERS)
    .slice(0, MAX_AROUND);
}
