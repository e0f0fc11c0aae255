const MAX_LENGTH = 4000;
/** Of one part; those around fields come first. */
const MAX_TEXTS = 400;
const NOT_SHOWN = 'script, style, noscript, template, svg, option, [hidden]';
/** Where a page shows who signs in: fields for the name that are filled already. */
const NAMES = '[autocomplete~="username"], [autocomplete~="email"], [type="email"], [readonly]';

/** The words of a document as a person sees them, with those of buttons and of fields that name the user. */
export function shownText(inputs: readonly HTMLInputElement[], parts: readonly Node[]): string {
  const names = inputs.filter((input) => /^(?:text|email)$/.test(input.type) && input.matches(NAMES));
  const texts = names.map(({ value }) => value);
  const isShown = shownAmongAncestors();
  let length = 0;
  for (const part of parts) {
    const walker = document.createTreeWalker(
      part instanceof Document ? (part.body ?? part) : part,
      NodeFilter.SHOW_TEXT,
    );
    for (let left = MAX_TEXTS; left > 0 && walker.nextNode() !== null; left -= 1) {
      const node = walker.currentNode as Text;
      const text = node.data.trim();
      if (text === '' || !isShown(node.parentElement)) continue;
      texts.push(text);
      length += text.length + 1;
      if (length >= MAX_LENGTH) return joined(texts);
    }
  }
  return joined(texts);
}

/** Texts share most of what is around them: each element is looked at once. */
function shownAmongAncestors(): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  return function isShown(element: Element | null): boolean {
    if (element === null) return true;
    const before = known.get(element);
    if (before !== undefined) return before;
    const now = !element.matches(NOT_SHOWN) && isShown(element.parentElement);
    known.set(element, now);
    return now;
  };
}

function joined(texts: readonly string[]): string {
  return texts.join(' ').replace(/\s+/g, ' ').slice(0, MAX_LENGTH);
}
