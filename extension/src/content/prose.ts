import { mayBeShown } from './may-be-shown.ts';

// What stands on links and buttons often names another way to sign in; the rest is not for reading.
const NOT_PROSE =
  'a, button, select, option, script, style, noscript, template, svg, [hidden], [role="button"], [role="link"]';
/** More nodes than hold the words that are asked for. */
const MAX_NODES = 1000;

/** The words of an element as a person reads them, without those of links and buttons and of what is not shown. */
export function proseOf(element: Node, maxLength = 1000): string {
  let prose = '';
  for (const node of nodesExcept(element, isNotRead)) {
    prose += ` ${textOf(node)}`;
    if (prose.length >= maxLength) break;
  }
  return singleBlanks(prose).slice(0, maxLength);
}

/**
 * The nodes inside of another, in order, at most a thousand, without what is in the elements to skip. Browsers call a filter of a
 * walker at some microseconds a node; this does without.
 */
export function* nodesExcept(root: Node, isSkipped: (element: Element) => boolean): Generator<Node> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let left = MAX_NODES;
  for (let node = walker.nextNode(); node !== null && left > 0; left -= 1) {
    if (node instanceof Element && isSkipped(node)) {
      node = afterSubtree(walker);
      continue;
    }
    yield node;
    node = walker.nextNode();
  }
}

/** Moves a walker past all that is in its node. */
export function afterSubtree(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next !== null) return next;
  } while (walker.parentNode() !== null);
  return null;
}

/** Moves a walker back by one node that is read. */
export function beforeNode(walker: TreeWalker, isSkipped: (element: Element) => boolean): Node | null {
  const previous = (node: Node | null): Node | null => {
    while (node instanceof Element && isSkipped(node)) node = walker.previousSibling();
    return node;
  };
  if (previous(walker.previousSibling()) === null) return walker.parentNode();
  for (let parent = walker.currentNode; walker.lastChild() !== null; parent = walker.currentNode) {
    if (previous(walker.currentNode) === null) {
      walker.currentNode = parent;
      break;
    }
  }
  return walker.currentNode;
}

/** Whether nothing inside an element is prose that is shown. */
export function isNotRead(element: Element): boolean {
  return element.matches(NOT_PROSE) || !mayBeShown(element);
}

/** What a node says by itself: text, or a picture's description. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  return node instanceof HTMLImageElement ? node.alt.slice(0, 100) : '';
}

export function singleBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
