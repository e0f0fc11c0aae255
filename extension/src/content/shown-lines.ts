import type { ShownLine } from '../enrol/find-recovery-codes.ts';
import { mayBeShown } from './may-be-shown.ts';
import { composedParent, knownShadowRootOf } from './shadow-roots.ts';

const NOT_SHOWN = 'script, style, noscript, template, svg, select, button, [role="button"], [hidden]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, caption, [role="heading"]';
/** A field that shows something; one that a person has written into shows what is theirs. */
const FIELDS = 'textarea, input[readonly]';
/** More than a page has that shows codes to keep. */
const MAX_NODES = 6000;
const MAX_DEPTH = 200;
const MAX_LINES = 1500;
const MAX_LENGTH = 2000;

/** The lines of a document as a person sees them, through shadow roots that are known, with tabs between cells and boxes side by side. */
export function shownLines(root: Document): readonly ShownLine[] {
  const lines: { text: string; isHeading: boolean }[] = [];
  const placeOf = placesIn();
  let last: Place | undefined;

  function add(text: string, isHeading: boolean): void {
    if (lines.length <= MAX_LINES) lines.push({ text, isHeading });
  }

  for (const node of shownNodesIn(root.body ?? root)) {
    if (lines.length > MAX_LINES) break;
    if (node instanceof Element) {
      if (node.matches('br, hr')) last = undefined;
      if (!node.matches(FIELDS)) continue;
      last = undefined;
      for (const line of fieldLines(node as HTMLInputElement | HTMLTextAreaElement)) add(line, false);
      continue;
    }
    const parent = node.parentElement ?? composedHost(node);
    if (parent === undefined) continue;
    const place = placeOf(parent);
    const [first = '', ...rest] = (place.keepsLines ? node.data.split('\n') : [node.data]).map(singleBlanksBetweenTabs);
    const before = lines.at(-1);
    if (before !== undefined && last?.line === place.line) {
      before.text += `${last.cell === place.cell ? '' : '\t'}${first}`;
    } else if (first.trim() !== '') add(first, place.isHeading);
    else if (rest.length === 0) continue;
    for (const line of rest) add(line, place.isHeading);
    last = place;
  }
  return lines
    .map(({ text, isHeading }) => ({ text: text.trim().slice(0, MAX_LENGTH), isHeading }))
    .filter(({ text }) => text !== '')
    .slice(0, MAX_LINES);
}

/** Where a text stands: texts of one line follow each other in it, those of one cell without a gap. */
interface Place {
  readonly line: Element;
  readonly cell: Element;
  readonly isHeading: boolean;
  /** Whether line breaks of the text are shown as such. */
  readonly keepsLines: boolean;
}

function placesIn(): (element: Element) => Place {
  const known = new Map<Element, Place>();
  return function placeOf(element): Place {
    const before = known.get(element);
    if (before !== undefined) return before;
    const { display, whiteSpace } = getComputedStyle(element);
    const parent = composedParent(element);
    const outer = parent && placeOf(parent);
    const isInline = display === 'inline' || display === 'contents';
    const isCell = display.startsWith('inline-') || display === 'table-cell';
    const place = {
      line: outer !== undefined && (isInline || isCell) ? outer.line : element,
      cell: outer !== undefined && isInline ? outer.cell : element,
      isHeading: outer?.isHeading === true || element.matches(HEADINGS),
      keepsLines: /^(?:pre|break-spaces)/.test(whiteSpace),
    };
    known.set(element, place);
    return place;
  };
}

/** The texts and elements that are shown, in order. */
function* shownNodesIn(root: Node, left = { nodes: MAX_NODES }, depth = 0): Generator<Text | Element> {
  for (const node of root.childNodes) {
    if (left.nodes <= 0 || depth > MAX_DEPTH) return;
    left.nodes -= 1;
    if (node instanceof Text) yield node;
    if (!(node instanceof Element) || node.matches(NOT_SHOWN) || !mayBeShown(node)) continue;
    yield node;
    // What a page has written into a field is its value.
    if (node.matches('textarea')) continue;
    const inner = knownShadowRootOf(node);
    if (inner !== undefined) yield* shownNodesIn(inner, left, depth + 1);
    yield* shownNodesIn(node, left, depth + 1);
  }
}

function composedHost(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function fieldLines(field: HTMLInputElement | HTMLTextAreaElement): readonly string[] {
  if (!field.readOnly && field.value !== field.defaultValue) return [];
  return [field.ariaLabel ?? '', ...field.value.split('\n')];
}

function singleBlanksBetweenTabs(text: string): string {
  return text.replace(/[^\S\t]+/g, ' ');
}
