// What stands on links and buttons often names another way to sign in; the rest is not for reading.
const NOT_PROSE =
  'a, button, select, option, script, style, noscript, template, svg, [hidden], [role="button"], [role="link"]';

/** The words of an element as a person reads them, without those of links and buttons and of what is not shown. */
export function proseOf(element: Element | ShadowRoot, maxLength = 1000): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && isNotRead(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let prose = '';
  while (prose.length < maxLength && walker.nextNode()) prose += ` ${textOf(walker.currentNode)}`;
  return singleBlanks(prose).slice(0, maxLength);
}

/** Whether nothing inside an element is prose that is shown. */
export function isNotRead(element: Element): boolean {
  if (element.matches(NOT_PROSE)) return true;
  if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  // An element without a box of its own counts as not visible, but what is inside may be.
  return getComputedStyle(element).display !== 'contents';
}

/** What a node says by itself: text, or a picture's description. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  return node instanceof HTMLImageElement ? node.alt.slice(0, 100) : '';
}

export function singleBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
