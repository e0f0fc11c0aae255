import { isStableName } from './is-stable-name.ts';
import { shadowRootOf } from './shadow-roots.ts';

/** Between the selector of a host and that of what is in its shadow root. */
const INTO = ' >>> ';

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
  const selector = byAttribute(element, root) ?? byPlace(element, root);
  return root instanceof ShadowRoot ? `${selectorOf(root.host)}${INTO}${selector}` : selector;
}

/** The one input that a selector finds; `undefined` when there is none, or several. */
export function inputBySelector(selector: string): HTMLInputElement | undefined {
  let root: Document | ShadowRoot | undefined = document;
  const parts = selector.split(INTO);
  for (const host of parts.slice(0, -1)) {
    const found: Element | undefined = root && onlyOne(root, host);
    root = found && shadowRootOf(found);
  }
  const found = root && onlyOne(root, parts.at(-1)!);
  return found instanceof HTMLInputElement ? found : undefined;
}

function byAttribute(element: Element, root: Document | ShadowRoot): string | undefined {
  const selectors = ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    const isStable = /id|name|test/.test(name) ? isStableName(value) : value !== '';
    return isStable ? [`${element.localName}[${name}="${CSS.escape(value)}"]`] : [];
  });
  return selectors.find((selector) => onlyOne(root, selector) === element);
}

/** From the nearest ancestor that an attribute finds, else from the top, by the place among brothers of its kind. */
function byPlace(element: Element, root: Document | ShadowRoot): string {
  const brothers = [...(element.parentNode?.children ?? [])].filter(({ localName }) => localName === element.localName);
  const step = `${element.localName}:nth-of-type(${brothers.indexOf(element) + 1})`;
  const parent = element.parentElement;
  if (parent === null) return step;
  return `${byAttribute(parent, root) ?? byPlace(parent, root)} > ${step}`;
}

function onlyOne(root: Document | ShadowRoot, selector: string): Element | undefined {
  const found = root.querySelectorAll(selector);
  return found.length === 1 ? found[0] : undefined;
}
