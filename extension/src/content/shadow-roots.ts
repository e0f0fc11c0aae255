// By the HTML Standard, `attachShadow` works on these and on custom elements, whose names have a hyphen.
// https://dom.spec.whatwg.org/#dom-element-attachshadow
const PLAIN_HOSTS = new Set(
  'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '),
);

/** Firefox has it as a property of elements, Chromium as a function of extensions. */
interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, closed ones too, which only extensions see. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  if (element.shadowRoot !== null) return element.shadowRoot;
  const isCustom = element.localName.includes('-');
  // Asking costs microseconds. A plain host of a closed root has no children of its own: nothing would show them.
  if (!isCustom && (element.firstElementChild !== null || !PLAIN_HOSTS.has(element.tagName))) return undefined;
  const closed = (element as FirefoxElement).openOrClosedShadowRoot;
  if (closed !== undefined) return closed ?? undefined;
  return (element instanceof HTMLElement ? chrome.dom?.openOrClosedShadowRoot(element) : undefined) ?? undefined;
}

/** A document or shadow root and every shadow root inside, outer ones first. */
export function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const roots = [root];
  for (const current of roots) {
    for (const element of current.querySelectorAll('*')) {
      const inner = shadowRootOf(element);
      if (inner !== undefined) roots.push(inner);
    }
  }
  return roots;
}

/** The parent of an element as it is drawn: out of a shadow root it is the host. */
export function composedParent(element: Element): Element | undefined {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
