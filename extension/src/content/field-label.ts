import { proseOf, singleBlanks } from './prose.ts';
import { isLarge } from './region.ts';

/** How far up a label is looked for that the page did not tie to its field. */
const MAX_LEVELS = 3;
const MAX_LENGTH = 300;

/** What the page calls a field: its labels, ARIA, its host, or the one label beside it. */
export function fieldLabel(input: HTMLInputElement): string {
  const texts = [
    ...[...(input.labels ?? []), ...referenced(input, 'aria-labelledby')].map((element) =>
      proseOf(element, MAX_LENGTH),
    ),
    input.getAttribute('aria-label') ?? '',
    input.title,
  ];
  return singleBlanks(texts.join(' ')).slice(0, MAX_LENGTH) || hostLabel(input) || labelBeside(input);
}

/** What `aria-describedby` names: help that belongs to a field. */
export function fieldDescription(input: HTMLInputElement): string {
  return referenced(input, 'aria-describedby')
    .map((element) => proseOf(element, MAX_LENGTH))
    .join(' ');
}

function referenced(input: HTMLInputElement, attribute: string): Element[] {
  const ids = (input.getAttribute(attribute) ?? '').split(/\s+/).filter((id) => id !== '');
  const root = input.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  return ids.map((id) => root.getElementById(id)).filter((element) => element !== null);
}

/** Components show the label that their element has as an attribute. */
function hostLabel(input: HTMLInputElement): string {
  const root = input.getRootNode();
  if (!(root instanceof ShadowRoot)) return '';
  return ['label', 'aria-label', 'placeholder']
    .map((name) => root.host.getAttribute(name) ?? '')
    .join(' ')
    .trim();
}

// Keycloak's login-config-totp.ftl ties its labels to an id that no field has.
function labelBeside(input: HTMLInputElement): string {
  let group = input.parentElement;
  for (let level = 0; group !== null && level < MAX_LEVELS; level += 1, group = group.parentElement) {
    if (isLarge(group)) return '';
    if (group.querySelectorAll('input:not([type="hidden"])').length > 1) return '';
    const label = group.querySelector('label');
    if (label !== null) return proseOf(label, MAX_LENGTH);
  }
  return '';
}
