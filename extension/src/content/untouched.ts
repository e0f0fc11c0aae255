import type { Box } from '../detect/frame-signals.ts';
import { composedParent, rootsIn } from './shadow-roots.ts';

/** What a page could do to what it cannot reach, by a style of an element around it, and what that style is otherwise. */
const PLAIN_STYLES = {
  opacity: '1',
  filter: 'none',
  mixBlendMode: 'normal',
  clipPath: 'none',
  maskImage: 'none',
  visibility: 'visible',
  zoom: '1',
} as const;
const MOVING_STYLES = {
  transform: 'none',
  scale: 'none',
  rotate: 'none',
  translate: 'none',
  perspective: 'none',
} as const;

/** Whether nothing around an element hides it, or makes it look like something else. */
export function isDrawnPlainly(element: Element): boolean {
  if (!isPlain(element, MOVING_STYLES)) return false;
  for (let one: Element | undefined = element; one !== undefined; one = composedParent(one)) {
    if (!isPlain(one, PLAIN_STYLES)) return false;
  }
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** A property that a browser does not know says nothing. */
function isPlain(element: Element, plain: Readonly<Record<string, string>>): boolean {
  const style = getComputedStyle(element) as unknown as Readonly<Record<string, string | undefined>>;
  return Object.entries(plain).every(([name, value]) => style[name] === undefined || style[name] === value);
}

/** Whether an element has exactly this place and size, whole within the window, not scaled. */
export function standsAt(element: HTMLElement, place: Box): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const isThere = [x - place.x, y - place.y, width - place.width, height - place.height].every(
    (by) => Math.abs(by) < 1,
  );
  const isScaled = Math.abs(width - element.offsetWidth) >= 1 || Math.abs(height - element.offsetHeight) >= 1;
  return isThere && !isScaled && x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
}

const FRACTIONS = [0.02, 0.25, 0.5, 0.75, 0.98];

/** Whether a click at any of many points would reach the element. */
export function isOnTop(element: Element, { x, y, width, height }: Box): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  return FRACTIONS.every((across) =>
    FRACTIONS.every((down) => root.elementFromPoint(x + across * width, y + down * height) === element),
  );
}

/**
 * Whether something of the page may be drawn above an element in the top layer: a dialog, a popover or its backdrop, what fills the
 * screen, or a view transition, which stands above all. Clicks may go through each of them. What is around the element is below it.
 */
export function hasRivals(element: Element): boolean {
  const around = new Set<Element>();
  for (let one: Element | undefined = element; one !== undefined; one = composedParent(one)) around.add(one);
  return rootsIn(document).some(
    (root) =>
      [...root.querySelectorAll(':popover-open, :modal')].some((rival) => !around.has(rival)) ||
      root.querySelector(':fullscreen') !== null ||
      hasTransition(root),
  );
}

function hasTransition(root: Document | ShadowRoot): boolean {
  try {
    return root.querySelector(':active-view-transition') !== null;
  } catch {
    // A browser that does not know the word has no such transitions.
    return false;
  }
}
