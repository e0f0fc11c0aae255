import { isNotRead, singleBlanks, textOf } from './prose.ts';
import { shadowRootOf } from './shadow-roots.ts';

/** What is written between the fields of a document, in its order. */
export interface PageText {
  /** The text between the field before and this one: at most so many characters, the last of them. */
  before(input: HTMLInputElement, maxLength: number): string;
  /** The text between this field and the next one: at most so many characters, the first of them. */
  after(input: HTMLInputElement, maxLength: number): string;
  /** The pieces of text around a field, so many on either side, across other fields. */
  piecesAround(input: HTMLInputElement, count: number): readonly Text[];
}

/** @param fields the borders between texts; others, such as hidden ones and check boxes, are none */
export function readPageText(fields: ReadonlySet<Node>): PageText {
  function join(input: HTMLInputElement, step: Step, maxLength: number): string[] {
    const found: string[] = [];
    let length = 0;
    for (const node of walk(input, step)) {
      if (fields.has(node)) break;
      const text = singleBlanks(textOf(node));
      if (text === '') continue;
      found.push(text);
      length += text.length + 1;
      if (length >= maxLength) break;
    }
    return found;
  }

  return {
    before: (input, maxLength) => join(input, 'previousNode', maxLength).toReversed().join(' ').slice(-maxLength),
    after: (input, maxLength) => join(input, 'nextNode', maxLength).join(' ').slice(0, maxLength),
    piecesAround: (input, count) => [...pieces(input, 'previousNode', count), ...pieces(input, 'nextNode', count)],
  };
}

function pieces(input: HTMLInputElement, step: Step, count: number): Text[] {
  const found: Text[] = [];
  for (const node of walk(input, step)) {
    if (node instanceof Text && node.data.trim() !== '') found.push(node);
    if (found.length >= count) break;
  }
  return found;
}

type Step = 'previousNode' | 'nextNode';

/** More nodes than stand between a field and its words. */
const MAX_NODES = 400;

/** The nodes before or after a field that are read, into shadow roots beside it and out of its own. */
function* walk(input: HTMLInputElement, step: Step): Generator<Node> {
  let left = MAX_NODES;
  for (let start: Element | undefined = input; start !== undefined;) {
    const root: Node = start.getRootNode();
    const walker = readWalker(root);
    walker.currentNode = start;
    for (let node = walker[step](); node !== null && left > 0; node = walker[step](), left -= 1) {
      yield node;
      const inner = node instanceof Element ? shadowRootOf(node) : undefined;
      if (inner !== undefined) yield* inside(inner, step);
    }
    start = root instanceof ShadowRoot && left > 0 ? root.host : undefined;
  }
}

function inside(root: ShadowRoot, step: Step): readonly Node[] {
  const walker = readWalker(root);
  const nodes: Node[] = [];
  while (nodes.length < MAX_NODES && walker.nextNode()) nodes.push(walker.currentNode);
  return step === 'nextNode' ? nodes : nodes.toReversed();
}

function readWalker(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && isNotRead(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
}
