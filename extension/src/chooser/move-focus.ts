/** Moves the focus among the buttons by the arrow keys; `beyond` when it would go up from the first one. */
export function moveFocus(event: KeyboardEvent, within: HTMLElement | null): 'beyond' | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || within === null) return undefined;
  event.preventDefault();
  // The accounts first; the button that sends the chooser away stands above them.
  const buttons = [...within.querySelectorAll<HTMLElement>('button')];
  const ordered = [
    ...buttons.filter((one) => !one.closest('header')),
    ...buttons.filter((one) => one.closest('header')),
  ];
  const next = ordered.indexOf(document.activeElement as HTMLElement) + step;
  if (next < 0) return 'beyond';
  ordered[Math.min(next, ordered.length - 1)]?.focus();
  return undefined;
}
