import { shadowRootOf } from './shadow-roots.ts';

/** Between the selector of a host and that of what is in its shadow root. */
export const INTO = ' >>> ';
/** Between several that find the same element, the surest first: no look at a name tells for certain that the page makes it up anew each time. */
export const OR = ' ||| ';

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

function anyOf(root: Document | ShadowRoot, selectors: string): Element | undefined {
  return selectors
    .split(OR)
    .map((selector) => onlyOne(root, selector))
    .find((found) => found !== undefined);
}

/** What a selector finds, when it finds nothing else. */
export function onlyOne(root: Document | ShadowRoot, selector: string): Element | undefined {
  const found = root.querySelectorAll(selector);
  return found.length === 1 ? found[0] : undefined;
}
