import type { Box, FieldSignals } from '../detect/frame-signals.ts';
import { composedParent } from './shadow-roots.ts';

/** Smaller than this nobody can click. */
const MIN_SIDE = 3;
/** Below this sum of opacities nobody sees anything. */
const MIN_OPACITY = 0.1;
/** A transparent field that lies over something drawn is big enough to be clicked. */
const MIN_OVERLAY_SIDE = 20;

type Visibility = FieldSignals['visibility'];

/**
 * Whether a person sees a field, in one reading of a document: what ancestors have in common is looked at once.
 * Scripts hide fields in many ways: by display and visibility, by opacity, by an ancestor of no size or one that clips, off the page.
 */
export function visibilityReader(): (input: HTMLInputElement, box: Box) => Visibility {
  const ancestors = new Map<Element, Ancestor>();

  function ancestorOf(element: Element): Ancestor {
    const known = ancestors.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const parent = composedParent(element);
    const outer = parent === undefined ? undefined : ancestorOf(parent);
    const ancestor = {
      opacity: Number(style.opacity) * (outer?.opacity ?? 1),
      clips: [...(outer?.clips ?? []), ...clipOf(element, style)],
    };
    ancestors.set(element, ancestor);
    return ancestor;
  }

  return (input, box) => {
    if (box.width < MIN_SIDE || box.height < MIN_SIDE || !input.checkVisibility({ visibilityProperty: true })) {
      return 'hidden';
    }
    if (box.x + box.width + scrollX <= 0 || box.y + box.height + scrollY <= 0) return 'hidden';
    const style = getComputedStyle(input);
    const parent = composedParent(input);
    const outer = parent === undefined ? undefined : ancestorOf(parent);
    if ((outer?.opacity ?? 1) < MIN_OPACITY || isClippedAway(style)) return 'hidden';
    if (outer?.clips.some((clip) => !overlap(clip, box))) return 'hidden';
    if (Number(style.opacity) * (outer?.opacity ?? 1) >= MIN_OPACITY) return 'visible';
    return box.width >= MIN_OVERLAY_SIDE && box.height >= MIN_OVERLAY_SIDE && liesOverSomething(input, box)
      ? 'transparent'
      : 'hidden';
  };
}

interface Ancestor {
  readonly opacity: number;
  /** The boxes that nothing inside can be seen outside of. */
  readonly clips: readonly Box[];
}

function clipOf(element: Element, style: CSSStyleDeclaration): Box[] {
  if (isClippedAway(style)) return [{ x: 0, y: 0, width: 0, height: 0 }];
  // What the page's own scroll bars reach is not clipped away.
  if (element === document.body || element === document.documentElement) return [];
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return [];
  const box = element.getBoundingClientRect();
  if (box.width < MIN_SIDE || box.height < MIN_SIDE) return [{ x: 0, y: 0, width: 0, height: 0 }];
  // A person scrolls to what is in a box with scroll bars.
  return [style.overflowX, style.overflowY].some((overflow) => /hidden|clip/.test(overflow)) ? [box] : [];
}

function isClippedAway({ clipPath, clip }: CSSStyleDeclaration): boolean {
  return /inset\((?:50|100)%/.test(clipPath) || /rect\((?:0px|1px)(?:,? (?:0px|1px)){3}\)/.test(clip);
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Such as the slots that a page draws under the one field that takes the keys. */
function liesOverSomething(input: HTMLInputElement, box: Box): boolean {
  const drawn = input.parentElement?.querySelectorAll('*') ?? [];
  return [...drawn].some((element) => {
    if (element === input || element.contains(input) || !element.checkVisibility({ opacityProperty: true }))
      return false;
    const other = element.getBoundingClientRect();
    return other.width >= MIN_SIDE && other.height >= MIN_SIDE && overlap(other, box);
  });
}
