import { defaultButton } from './submit-form.ts';

export interface FormWatcher {
  /** By its own button or Enter, or by another button, such as Keycloak's cancel button, which sends the form too. */
  readonly onLeft: (by: 'submit' | 'cancel') => void;
  /** Called now and then while the form is open, and when the user comes near it. */
  readonly onStillOpen: () => void;
}

/** Less than the 30 seconds after which a browser stops an idle background. */
const STILL_OPEN_EVERY_MILLIS = 20_000;
const MAX_WATCH_IN_MILLIS = 15 * 60_000;

/**
 * Tells once how the form of a field is left. A message that has to start the background first would be lost with the
 * page that the form leaves, so the background is kept running until then.
 */
export function watchForm(input: HTMLInputElement, { onLeft, onStillOpen }: FormWatcher): void {
  const { form } = input;
  if (form === null) return;
  const watch = new AbortController();
  const signal = AbortSignal.any([watch.signal, AbortSignal.timeout(MAX_WATCH_IN_MILLIS)]);

  const timer = setInterval(onStillOpen, STILL_OPEN_EVERY_MILLIS);
  signal.addEventListener('abort', () => clearInterval(timer));
  for (const event of ['focusin', 'pointerover']) form.addEventListener(event, onStillOpen, { signal });

  // The window hears it last, when a page that sends its form by itself has already said so.
  function left(event: SubmitEvent): void {
    if (event.target !== form || !event.isTrusted || event.defaultPrevented) return;
    watch.abort();
    onLeft(event.submitter === null || event.submitter === defaultButton(form!) ? 'submit' : 'cancel');
  }
  addEventListener('submit', left, { signal });
}
