const MAX_LENGTH = 4000;
const NOT_SHOWN = 'script, style, noscript, template, svg, option, [hidden]';
/** Where a page shows who signs in: fields for the name that are filled already. */
const NAMES = 'input[autocomplete~="username"], input[autocomplete~="email"], input[type="email"], input[readonly]';

/** The words of the document as a person sees them, with those of buttons and of fields that name the user. */
export function shownText(): string {
  const walker = document.createTreeWalker(
    document.body ?? document.documentElement,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(NOT_SHOWN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const names = [...document.querySelectorAll<HTMLInputElement>(NAMES)].filter(({ type }) =>
    /^(?:text|email)$/.test(type),
  );
  let text = names.map(({ value }) => value).join(' ');
  while (text.length < MAX_LENGTH && walker.nextNode()) {
    if (walker.currentNode instanceof Text) text += ` ${walker.currentNode.data.trim()}`;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH);
}
