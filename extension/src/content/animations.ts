/** Longer than a dialog takes to appear. */
const MAX_WAIT_IN_MILLIS = 700;

/** Waits until what moves around fields has come to rest: a dialog that fades or zooms in has no place and no opacity yet. */
export async function animationsSettled(): Promise<void> {
  const moving = document.getAnimations().filter(isAroundFields);
  if (moving.length === 0) return;
  const ended = Promise.allSettled(moving.map(({ finished }) => finished));
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, MAX_WAIT_IN_MILLIS))]);
}

function isAroundFields({ effect, playState }: Animation): boolean {
  if (playState !== 'running' || !(effect instanceof KeyframeEffect) || effect.target === null) return false;
  // What turns for ever, such as a spinner, never comes to rest.
  if (effect.getComputedTiming().endTime === Infinity) return false;
  return effect.target.matches('input') || effect.target.querySelector('input') !== null;
}
