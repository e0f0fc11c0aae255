/** Sends the form of a field as Enter in it would: by its own button, which pages listen to, or else by itself. */
export function submitForm({ form }: HTMLInputElement): void {
  if (form === null) return;
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
