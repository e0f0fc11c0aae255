/**
 * Sends the form of a field as Enter in it would: by its own button, which pages listen to, or else by itself. A field that has left the
 * document has nothing to send any more.
 */
export function submitForm({ form, isConnected }: HTMLInputElement): void {
  if (form === null || !isConnected) return;
  const button = defaultButton(form);
  if (button === undefined) form.requestSubmit();
  else if (!button.matches(':disabled')) button.click();
}

/** @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission */
export function defaultButton(form: HTMLFormElement): HTMLElement | undefined {
  return [...form.elements].find((element): element is HTMLElement =>
    element.matches('button:not([type]), [type="submit"], [type="image"]'),
  );
}
