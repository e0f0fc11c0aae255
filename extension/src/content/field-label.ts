import { proseOf } from './prose.ts';

/** How far up a label is looked for that the page did not tie to its field. */
const MAX_LEVELS = 3;

/** What the page calls a field: its labels, ARIA, or the one label beside it. */
export function fieldLabel(input: HTMLInputElement): string {
  const named = (input.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id));
  const elements = [...(input.labels ?? []), ...named.filter((element) => element !== null)];
  const texts = [...elements.map(proseOf), input.getAttribute('aria-label') ?? '', input.title];
  return texts.join(' ').trim() || labelBeside(input);
}

// Keycloak's login-config-totp.ftl ties its labels to an id that no field has.
function labelBeside(input: HTMLInputElement): string {
  let group = input.parentElement;
  for (let level = 0; group !== null && level < MAX_LEVELS; level += 1, group = group.parentElement) {
    if (group.querySelectorAll('input:not([type="hidden"])').length > 1) return '';
    const label = group.querySelector('label');
    if (label !== null) return proseOf(label);
  }
  return '';
}
