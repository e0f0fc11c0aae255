import { isStableName } from './is-stable-name.ts';
import { shadowRootOf } from './shadow-roots.ts';

/** Between the selector of a host and that of what is in its shadow root. */
const INTO = ' >>> ';
/** Between several that find the same element, the surest first: no look at a name tells for certain that the page makes it up anew each time. */
const OR = ' ||| ';

const MAX_ALTERNATIVES = 3;
/** What an author may have given a field, the surest first. */
const ATTRIBUTES = [
  'id',
  'name',
  'data-testid',
  'data-test',
  'formcontrolname',
  'autocomplete',
  'aria-label',
  'placeholder',
];

/** A selector that finds the element again after the next load of the page, through shadow roots. */
export function selectorOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = byAttributes(element, root);
  const selector = named.length > 0 ? named.join(OR) : byPlace(element, root);
  return root instanceof ShadowRoot ? `${selectorOf(root.host)}${INTO}${selector}` : selector;
}

/** The one input that a selector finds; `undefined` when there is none, or several. */
export function inputBySelector(selector: string): HTMLInputElement | undefined {
  let root: Document | ShadowRoot | undefined = document;
  const parts = selector.split(INTO);
  for (const host of parts.slice(0, -1)) {
    const found: Element | undefined = root && anyOf(root, host);
    root = found && shadowRootOf(found);
  }
  const found = root && anyOf(root, parts.at(-1)!);
  return found instanceof HTMLInputElement ? found : undefined;
}

/** What an attribute's value has of the two separators, it has escaped. */
function byAttributes(element: Element, root: Document | ShadowRoot): readonly string[] {
  const selectors = ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    const isStable = /id|name|test/.test(name) ? isStableName(value) : value !== '';
    return isStable ? [`${element.localName}[${name}="${CSS.escape(value)}"]`] : [];
  });
  return selectors.filter((selector) => onlyOne(root, selector) === element).slice(0, MAX_ALTERNATIVES);
}

/** From the nearest ancestor that an attribute finds, else from the top, by the place among brothers of its kind. */
function byPlace(element: Element, root: Document | ShadowRoot): string {
  const brothers = [...(element.parentNode?.children ?? [])].filter(({ localName }) => localName === element.localName);
  const step = `${element.localName}:nth-of-type(${brothers.indexOf(element) + 1})`;
  const parent = element.parentElement;
  if (parent === null) return step;
  return `${byAttributes(parent, root)[0] ?? byPlace(parent, root)} > ${step}`;
}

function anyOf(root: Document | ShadowRoot, selectors: string): Element | undefined {
  return selectors
    .split(OR)
    .map((selector) => onlyOne(root, selector))
    .find((found) => found !== undefined);
}

function onlyOne(root: Document | ShadowRoot, selector: string): Element | undefined {
  const found = root.querySelectorAll(selector);
  return found.length === 1 ? found[0] : undefined;
}
