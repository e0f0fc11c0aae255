import type { Box, FieldSignals, FormSignals, FrameSignals } from '../detect/frame-signals.ts';
import { asArray, asObject, asText, asWholeNumber, oneOf } from './untrusted.ts';

const MAX_ITEMS = 300;
const MAX_TEXT = 2000;
const MAX_SHOWN_TEXT = 4000;

/**
 * Reads signals as a content script sends them. They come from a process that the page may have taken over, so nothing
 * of another type or size gets in; what is wrong is left out or made harmless.
 */
export function parseFrameSignals(value: unknown): FrameSignals {
  const { fields, forms, heading, shown, framedOrigins, squarePictures, isError } = asObject(value);
  return {
    fields: asArray(fields, MAX_ITEMS).map(fieldSignals),
    forms: asArray(forms, MAX_ITEMS).map(formSignals),
    heading: textOf(heading),
    shown: asText(shown, MAX_SHOWN_TEXT),
    framedOrigins: asArray(framedOrigins, MAX_ITEMS).map((origin) => textOf(origin)),
    squarePictures: asWholeNumber(squarePictures),
    isError: isError === true,
  };
}

function fieldSignals(value: unknown): FieldSignals {
  const field = asObject(value);
  return {
    index: asWholeNumber(field['index']),
    form: asWholeNumber(field['form']),
    type: textOf(field['type']),
    name: textOf(field['name']),
    id: textOf(field['id']),
    hints: textOf(field['hints']),
    autocomplete: textOf(field['autocomplete']),
    inputMode: textOf(field['inputMode']),
    pattern: textOf(field['pattern']),
    maxLength: asWholeNumber(field['maxLength']),
    min: textOf(field['min']),
    max: textOf(field['max']),
    label: textOf(field['label']),
    placeholder: textOf(field['placeholder']),
    before: textOf(field['before']),
    after: textOf(field['after']),
    pictures: textOf(field['pictures']),
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
  return { name: textOf(name), factor: textOf(factor), text: textOf(text), actions: textOf(actions) };
}

function asBox(value: unknown): Box {
  const { x, y, width, height } = asObject(value);
  return { x: asWholeNumber(x), y: asWholeNumber(y), width: asWholeNumber(width), height: asWholeNumber(height) };
}

function textOf(value: unknown): string {
  return asText(value, MAX_TEXT);
}
