import { afterSubtree, beforeNode, isNotRead, nodesExcept, singleBlanks, textOf } from './prose.ts';
import { knownShadowRootOf } from './shadow-roots.ts';

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
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    walker.currentNode = start;
    for (let node = move(walker, step); node !== null && left > 0; node = move(walker, step), left -= 1) {
      yield node;
      const inner = node instanceof Element ? knownShadowRootOf(node) : undefined;
      if (inner !== undefined) yield* inside(inner, step);
    }
    start = root instanceof ShadowRoot && left > 0 ? root.host : undefined;
  }
}

function move(walker: TreeWalker, step: Step): Node | null {
  if (step === 'previousNode') return beforeNode(walker, isNotRead);
  let node = walker.nextNode();
  while (node instanceof Element && isNotRead(node)) node = afterSubtree(walker);
  return node;
}

function inside(root: ShadowRoot, step: Step): readonly Node[] {
  const nodes = [...nodesExcept(root, isNotRead)].slice(0, MAX_NODES);
  return step === 'nextNode' ? nodes : nodes.toReversed();
}
