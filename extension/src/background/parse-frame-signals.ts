import type { FieldSignals, FormSignals, FrameSignals } from '../detect/frame-signals.ts';

const MAX_ITEMS = 300;
const MAX_TEXT = 2000;
const MAX_SHOWN_TEXT = 4000;

/**
 * Reads signals as a content script sends them. They come from a process that the page may have taken over, so nothing
 * of another type or size gets in; what is wrong is left out or made harmless.
 */
export function parseFrameSignals(value: unknown): FrameSignals {
  const { fields, forms, heading, shown, squarePictures } = asObject(value);
  return {
    fields: asArray(fields).map(fieldSignals),
    forms: asArray(forms).map(formSignals),
    heading: asText(heading),
    shown: asText(shown, MAX_SHOWN_TEXT),
    squarePictures: asNumber(squarePictures),
  };
}

function fieldSignals(value: unknown): FieldSignals {
  const field = asObject(value);
  const content = field['content'];
  return {
    index: asNumber(field['index']),
    form: asNumber(field['form']),
    type: asText(field['type']),
    name: asText(field['name']),
    id: asText(field['id']),
    autocomplete: asText(field['autocomplete']),
    inputMode: asText(field['inputMode']),
    pattern: asText(field['pattern']),
    maxLength: asNumber(field['maxLength']),
    label: asText(field['label']),
    placeholder: asText(field['placeholder']),
    isVisible: field['isVisible'] === true,
    isEditable: field['isEditable'] === true,
    content: content === 'empty' || content === 'code' ? content : 'other',
  };
}

function formSignals(value: unknown): FormSignals {
  const { name, factor, text } = asObject(value);
  return { name: asText(name), factor: asText(factor), text: asText(text) };
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

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : -1;
}
