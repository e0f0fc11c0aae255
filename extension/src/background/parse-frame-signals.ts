import type { Box, FieldSignals, FormSignals, FrameSignals } from '../detect/frame-signals.ts';

const MAX_ITEMS = 300;
const MAX_TEXT = 2000;
const MAX_SHOWN_TEXT = 4000;

/**
 * Reads signals as a content script sends them. They come from a process that the page may have taken over, so nothing
 * of another type or size gets in; what is wrong is left out or made harmless.
 */
export function parseFrameSignals(value: unknown): FrameSignals {
  const { fields, forms, heading, shown, framedOrigins, squarePictures } = asObject(value);
  return {
    fields: asArray(fields).map(fieldSignals),
    forms: asArray(forms).map(formSignals),
    heading: asText(heading),
    shown: asText(shown, MAX_SHOWN_TEXT),
    framedOrigins: asArray(framedOrigins).map((origin) => asText(origin)),
    squarePictures: asNumber(squarePictures),
  };
}

function fieldSignals(value: unknown): FieldSignals {
  const field = asObject(value);
  return {
    index: asNumber(field['index']),
    form: asNumber(field['form']),
    type: asText(field['type']),
    name: asText(field['name']),
    id: asText(field['id']),
    hints: asText(field['hints']),
    autocomplete: asText(field['autocomplete']),
    inputMode: asText(field['inputMode']),
    pattern: asText(field['pattern']),
    maxLength: asNumber(field['maxLength']),
    min: asText(field['min']),
    max: asText(field['max']),
    label: asText(field['label']),
    placeholder: asText(field['placeholder']),
    before: asText(field['before']),
    after: asText(field['after']),
    pictures: asText(field['pictures']),
    place: oneOf(field['place'], ['table-head', 'search', 'anywhere']),
    box: asBox(field['box']),
    // What is not known is taken for what is never filled.
    visibility: oneOf(field['visibility'], ['visible', 'transparent', 'hidden']),
    access: oneOf(field['access'], ['editable', 'read-only', 'disabled']),
    content: oneOf(field['content'], ['empty', 'code', 'other']),
    hasFocus: field['hasFocus'] === true,
  };
}

function formSignals(value: unknown): FormSignals {
  const { name, factor, text, actions } = asObject(value);
  return { name: asText(name), factor: asText(factor), text: asText(text), actions: asText(actions) };
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS) : [];
}

function asText(value: unknown, maxLength = MAX_TEXT): string {
  return typeof value === 'string' ? value.slice(0, maxLength) : '';
}

/** One of some texts, the last of them for all else. */
function oneOf<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice {
  return choices.find((choice) => choice === value) ?? choices.at(-1)!;
}

function asBox(value: unknown): Box {
  const { x, y, width, height } = asObject(value);
  return { x: asNumber(x), y: asNumber(y), width: asNumber(width), height: asNumber(height) };
}

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : -1;
}
