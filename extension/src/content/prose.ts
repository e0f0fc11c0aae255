const MAX_LENGTH = 1000;
// What stands on links and buttons often names another way to sign in; the rest is not for reading.
const NOT_PROSE = 'a, button, select, script, style, noscript, template, svg, [hidden]';

/** The words of an element as a person reads them, without those of links and buttons. */
export function proseOf(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(NOT_PROSE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let prose = '';
  while (prose.length < MAX_LENGTH && walker.nextNode()) {
    if (walker.currentNode instanceof Text) prose += ` ${walker.currentNode.data.trim()}`;
  }
  return prose.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH);
}
