/** Chromium tells whether something covers an element or distorts it, also from outside of the frame; Firefox does not. */
const TELLS_SIGHT = 'isVisible' in IntersectionObserverEntry.prototype;

interface SightOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}

interface SightEntry extends IntersectionObserverEntry {
  readonly isVisible: boolean;
}

/** What holds until the browser says more. */
export const SEEN_AT_FIRST = !TELLS_SIGHT;

/**
 * Tells whether the whole of an element is in plain sight of the user.
 * @see https://www.w3.org/TR/intersection-observer/#calculate-visibility-algo
 */
export function watchSight(element: Element, onChange: (isSeen: boolean) => void): void {
  if (!TELLS_SIGHT) return;
  const options: SightOptions = { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 };
  new IntersectionObserver((entries) => {
    const { isVisible, intersectionRatio } = entries.at(-1) as SightEntry;
    onChange(isVisible && intersectionRatio > 0.98);
  }, options).observe(element);
}
