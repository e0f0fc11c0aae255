/**
 * Where a part of the page goes away with the focus in it, and nothing else has taken it, the focus goes to the heading of what
 * was around that part. Browsers would leave it nowhere, so that the next Tab begins at the top of the page.
 */
export function keepFocus(): void {
  /** What had the focus last, and all around it. */
  let path: readonly Element[] = [];
  addEventListener('focusin', ({ target }) => {
    path = target instanceof Element ? ancestorsOf(target) : [];
  });
  // A press beside everything takes the focus away because the user wants that.
  addEventListener('pointerdown', ({ target }) => {
    if (!path[0]?.contains(target as Node)) path = [];
  });
  new MutationObserver(() => {
    const isLost = document.activeElement === document.body && path[0]?.isConnected === false;
    if (isLost) focusHeading(path.find((element) => element.isConnected));
  }).observe(document.body, { childList: true, subtree: true });
}

function focusHeading(around: Element | undefined): void {
  if (around === undefined) return;
  const headings = [...around.querySelectorAll<HTMLElement>('h1, h2, h3')];
  const heading = headings.find((one) => one.checkVisibility());
  if (heading === undefined) return focusHeading(around.parentElement ?? undefined);
  heading.tabIndex = -1;
  // Whoever sees the page stays where they are.
  heading.focus({ preventScroll: true });
}

function ancestorsOf(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement === null ? [element] : [element, ...ancestorsOf(parentElement)];
}
