/** Attributes that say nothing of what a field is for, or that are read by themselves. */
const OTHER_ATTRIBUTES = new Set(
  'type name id value style autocomplete inputmode pattern maxlength minlength min max step placeholder title for form'.split(
    ' ',
  ),
);
const MAX_LENGTH = 400;

/** Names for programs: class names, `data-*` and those of frameworks, such as Angular's formcontrolname. */
export function fieldHints(input: HTMLInputElement): string {
  const hints: string[] = [];
  for (const { name, value } of input.attributes) {
    if (OTHER_ATTRIBUTES.has(name) || name.startsWith('aria-') || name.startsWith('on')) continue;
    hints.push(name.startsWith('data-') ? `${name.slice('data-'.length)} ${value}` : value);
  }
  const root = input.getRootNode();
  if (root instanceof ShadowRoot) hints.push(root.host.localName, root.host.getAttribute('name') ?? '', root.host.id);
  return hints.join(' ').slice(0, MAX_LENGTH);
}
