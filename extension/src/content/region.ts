/** A document, root or element of no more elements than this is read whole. */
const MAX_ELEMENTS = 1000;

export type Part = Document | ShadowRoot | Element;

/** Whether a part has so many elements that what stands in it need not belong to a field in it. */
export function isLarge(part: Part): boolean {
  return elementCount(part) > MAX_ELEMENTS;
}

/** Browsers keep the collection of a document or element, and its length, until the page changes. */
export function elementCount(part: Part): number {
  return ('getElementsByTagName' in part ? part.getElementsByTagName('*') : part.querySelectorAll('*')).length;
}

/** What is read around a field: its whole root, or of a large one the biggest part around the field that isn't. */
export function regionOf(input: Element): Part {
  const root = input.getRootNode() as Document | ShadowRoot;
  if (!isLarge(root)) return root;
  let region = input;
  for (let part = input.parentElement; part !== null; part = part.parentElement) {
    if (isLarge(part)) break;
    region = part;
  }
  return region;
}

/** The regions of some fields, and those around the hosts of the shadow roots that they are in; each once. */
export function regionsAround(inputs: Iterable<Element>): readonly Part[] {
  const regions = new Set<Part>();
  for (const input of inputs) {
    for (let start: Element | undefined = input; start !== undefined;) {
      regions.add(regionOf(start));
      const root = start.getRootNode();
      start = root instanceof ShadowRoot ? root.host : undefined;
    }
  }
  return [...regions];
}
