const MAX_LENGTH = 4000;
const NOT_SHOWN = 'script, style, noscript, template, svg, option, [hidden]';
/** Where a page shows who signs in: fields for the name that are filled already. */
const NAMES = 'input[autocomplete~="username"], input[autocomplete~="email"], input[type="email"], input[readonly]';

/** The words of a document as a person sees them, with those of buttons and of fields that name the user. */
export function shownText(roots: readonly (Document | ShadowRoot)[]): string {
  const names = roots.flatMap((root) => [...root.querySelectorAll<HTMLInputElement>(NAMES)]);
  const texts = names.filter(({ type }) => /^(?:text|email)$/.test(type)).map(({ value }) => value);
  let length = 0;
  for (const root of roots) {
    for (const text of textsIn(root)) {
      texts.push(text);
      length += text.length + 1;
      if (length >= MAX_LENGTH) return joined(texts);
    }
  }
  return joined(texts);
}

function* textsIn(root: Document | ShadowRoot): Generator<string> {
  const start = root instanceof Document ? (root.body ?? root) : root;
  const walker = document.createTreeWalker(start, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(NOT_SHOWN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const text = walker.currentNode instanceof Text ? walker.currentNode.data.trim() : '';
    if (text !== '') yield text;
  }
}

function joined(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/g, ' ').slice(0, MAX_LENGTH);
}
