const LONGEST_IN_MILLIS = 3_000;

/** Brings an element of a page to its top, and again while what stands above it still comes, until the user does something. */
export function stayInSight(element: HTMLElement): void {
  const end = new AbortController();
  const signal = AbortSignal.any([end.signal, AbortSignal.timeout(LONGEST_IN_MILLIS)]);
  const growth = new ResizeObserver(() => element.scrollIntoView());
  growth.observe(document.body);
  signal.addEventListener('abort', () => growth.disconnect());
  for (const act of ['wheel', 'keydown', 'pointerdown', 'touchmove'])
    addEventListener(act, () => end.abort(), { capture: true, passive: true, signal });
}
