import type { ReadDepth } from '../content-api.ts';
import { elementCount } from './region.ts';

/**
 * Elements that `attachShadow` works on beside custom ones, whose names have a hyphen.
 * @see https://dom.spec.whatwg.org/#dom-element-attachshadow
 */
const PLAIN_HOSTS = new Set(
  'div span section p main article aside header footer nav body h1 h2 h3 h4 h5 h6 blockquote'.split(' '),
);
/**
 * Names without a hyphen that nobody asks for, the most frequent first: the browser leaves at the first that fits. It needs no name to be
 * here, what comes through is looked at.
 */
const FREQUENT =
  'div, span, a, p, li, td, tr, i, b, path, g, use, button, label, ul, option, script, strong, em, h3, h4, section, header, footer, nav, main, article, aside, form, th, table, tbody, thead, link, meta, style, br, hr, figure, small, code, pre, select, textarea, html, head, body, title, noscript, template, picture, source, time, ol, dl, dt, dd, sup, sub, circle, rect, line, polygon, defs, text';
/** Custom elements, and all that is asked for by name: a document of 10,000 elements is gone through once for them. */
const NOTABLE = `:not(${FREQUENT})`;
const EMPTY = ':empty';

/** Asking for a closed root costs microseconds: a document or root of no more elements is asked whole. */
const FEW_ELEMENTS = 400;
/** Of more empty elements than this the first and the last are asked: what is added to a page comes at its end. */
const MAX_EMPTY_ASKED = 100;
/** What has no closed root in so many elements of a name has none in the others. */
const MAX_WITHOUT_ROOT = 4;

/** Firefox has it as a property of elements, Chromium as a function of extensions. */
interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** An element keeps its shadow root as long as it lives. */
const closedRoots = new WeakMap<Element, ShadowRoot>();

/** The shadow root of an element, closed ones too, which only extensions see. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  const known = knownShadowRootOf(element);
  if (known !== undefined) return known;
  if (!isCustom(element) && !isPlainHost(element)) return undefined;
  const closed =
    (element as FirefoxElement).openOrClosedShadowRoot ??
    (element instanceof HTMLElement ? chrome.dom?.openOrClosedShadowRoot(element) : undefined) ??
    undefined;
  if (closed !== undefined) closedRoots.set(element, closed);
  return closed;
}

/** The same of what has been asked before, or is open; this costs next to nothing. */
export function knownShadowRootOf(element: Element): ShadowRoot | undefined {
  return element.shadowRoot ?? closedRoots.get(element);
}

/** A document or shadow root, and its elements by name: of the names that are asked for, in their order. */
export interface ScannedRoot {
  readonly root: Document | ShadowRoot;
  named<Name extends NotableName>(name: Name): readonly NotableElements[Name][];
}

interface NotableElements {
  readonly input: HTMLInputElement;
  readonly iframe: HTMLIFrameElement;
  readonly img: HTMLImageElement;
  readonly canvas: HTMLCanvasElement;
  readonly svg: SVGSVGElement;
  readonly h1: HTMLHeadingElement;
  readonly h2: HTMLHeadingElement;
}
type NotableName = keyof NotableElements;

/**
 * A document or shadow root and the shadow roots inside, outer ones first.
 * @param depth `likely`: in a large document only custom elements and empty ones are looked at, which nearly all hosts are;
 * `all`: every element that can be a host, at some microseconds each
 */
export function scanRoots(root: Document | ShadowRoot, depth: ReadDepth = 'likely'): readonly ScannedRoot[] {
  const roots = [root];
  const scanned: ScannedRoot[] = [];
  for (const current of roots) {
    const notable = [...current.querySelectorAll(NOTABLE)];
    scanned.push({ root: current, named: (name) => notable.filter(({ localName }) => localName === name) as never });
    const isWhole = depth === 'all' || elementCount(current) <= FEW_ELEMENTS;
    roots.push(...(isWhole ? rootsOf(current.querySelectorAll('*')) : rootsOfLikely(current, notable)));
  }
  return scanned;
}

export function rootsIn(root: Document | ShadowRoot): readonly (Document | ShadowRoot)[] {
  return scanRoots(root).map(({ root: one }) => one);
}

function rootsOf(elements: Iterable<Element>, rootOf = shadowRootOf): readonly ShadowRoot[] {
  return [...elements].map(rootOf).filter((inner) => inner !== undefined);
}

function rootsOfLikely(root: Document | ShadowRoot, notable: readonly Element[]): readonly ShadowRoot[] {
  const hosts = endsOfPlainHosts(root.querySelectorAll(EMPTY));
  return [...rootsOfCustom(notable.filter(isCustom)), ...rootsOf(hosts)];
}

function rootsOfCustom(elements: readonly Element[]): readonly ShadowRoot[] {
  const withoutRoot = new Map<string, number>();
  return rootsOf(elements, (element) => {
    const count = withoutRoot.get(element.localName) ?? 0;
    const inner = count < MAX_WITHOUT_ROOT ? shadowRootOf(element) : knownShadowRootOf(element);
    if (inner === undefined) withoutRoot.set(element.localName, count + 1);
    return inner;
  });
}

/** Looks at no more elements than it has to: the browser makes an object of each that a script looks at. */
function endsOfPlainHosts(elements: NodeListOf<Element>): readonly Element[] {
  const half = MAX_EMPTY_ASKED / 2;
  const first: Element[] = [];
  let at = 0;
  for (; at < elements.length && first.length < half; at += 1) {
    if (isPlainHost(elements[at]!)) first.push(elements[at]!);
  }
  const last: Element[] = [];
  for (let back = elements.length - 1; back >= at && last.length < half; back -= 1) {
    if (isPlainHost(elements[back]!)) last.push(elements[back]!);
  }
  return [...first, ...last.toReversed()];
}

function isPlainHost({ localName }: Element): boolean {
  return PLAIN_HOSTS.has(localName);
}

function isCustom({ localName }: Element): boolean {
  return localName.includes('-');
}

/** The parent of an element as it is drawn: out of a shadow root it is the host. */
export function composedParent(element: Element): Element | undefined {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
