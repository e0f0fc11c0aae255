import { isNotRead, singleBlanks, textOf } from './prose.ts';
import { shadowRootOf } from './shadow-roots.ts';

/** A document's fields and what is written between them, in the order of the document. */
export interface PageText {
  /** The text between the field before and this one: at most so many characters, the last of them. */
  before(input: HTMLInputElement, maxLength: number): string;
  /** The text between this field and the next one: at most so many characters, the first of them. */
  after(input: HTMLInputElement, maxLength: number): string;
  /** The pieces of text around a field, on both sides, across other fields. */
  piecesAround(input: HTMLInputElement, count: number): readonly Text[];
}

type Item = Text | HTMLImageElement | HTMLInputElement;

/**
 * Reads a document once, through shadow roots. The fields given are the borders between texts; others, such as hidden
 * ones and check boxes, are not.
 */
export function readPageText(root: Document | ShadowRoot, fields: ReadonlySet<HTMLInputElement>): PageText {
  const items: Item[] = [];
  collect(root, fields, items);
  const places = new Map(items.map((item, place) => [item, place]));

  function* texts(input: HTMLInputElement, step: 1 | -1): Generator<Text | HTMLImageElement> {
    const start = places.get(input);
    if (start === undefined) return;
    for (let place = start + step; place >= 0 && place < items.length; place += step) {
      const item = items[place]!;
      if (item instanceof HTMLInputElement) return;
      yield item;
    }
  }

  function join(input: HTMLInputElement, step: 1 | -1, maxLength: number): string[] {
    const found: string[] = [];
    let length = 0;
    for (const item of texts(input, step)) {
      const text = singleBlanks(textOf(item));
      if (text === '') continue;
      found.push(text);
      length += text.length + 1;
      if (length >= maxLength) break;
    }
    return found;
  }

  return {
    before: (input, maxLength) => join(input, -1, maxLength).toReversed().join(' ').slice(-maxLength),
    after: (input, maxLength) => join(input, 1, maxLength).join(' ').slice(0, maxLength),
    piecesAround(input, count) {
      const place = places.get(input) ?? 0;
      return items.slice(Math.max(place - count, 0), place + count).filter((item) => item instanceof Text);
    },
  };
}

function collect(node: Node, fields: ReadonlySet<HTMLInputElement>, items: Item[]): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child instanceof Text) {
      if (child.data.trim() !== '') items.push(child);
    } else if (child instanceof HTMLInputElement) {
      if (fields.has(child)) items.push(child);
    } else if (child instanceof HTMLImageElement) {
      if (child.alt !== '' && !isNotRead(child)) items.push(child);
    } else if (child instanceof Element && !isNotRead(child)) {
      const inner = shadowRootOf(child);
      if (inner !== undefined) collect(inner, fields, items);
      collect(child, fields, items);
    }
  }
}
