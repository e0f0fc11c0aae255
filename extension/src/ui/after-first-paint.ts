/** Waits until what the HTML of a page shows by itself is seen; where nobody sees the page there is nothing to wait for. */
export function afterFirstPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
