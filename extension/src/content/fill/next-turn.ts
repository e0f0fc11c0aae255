/** A page in the background draws no frames. */
const WITHOUT_FRAMES_IN_MILLIS = 50;

/** Resolves after the next frame and what the page does in it. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, WITHOUT_FRAMES_IN_MILLIS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
