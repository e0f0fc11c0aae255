import { INTO, onlyOne, OR } from './input-by-selector.ts';
import { isStableName } from './is-stable-name.ts';

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
