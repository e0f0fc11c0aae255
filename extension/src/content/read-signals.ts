import type { FieldSignals, FormSignals, FrameSignals } from '../detect/frame-signals.ts';
import type { FieldHandles } from './field-handles.ts';
import { fieldLabel } from './field-label.ts';
import { squarePictures } from './pictures.ts';
import { proseOf } from './prose.ts';
import { shownText } from './shown-text.ts';

const MAX_FIELDS = 300;
const HEADINGS = 'h1, h2, h3, legend, [role="heading"], [role="alert"], [role="status"], [class*="alert"]';
const MAX_HEADINGS = 20;

/** Everything that decides about the fields of this document. Nobody but the extension reads it. */
export function readSignals(handles: FieldHandles): FrameSignals {
  const inputs = [...document.querySelectorAll('input')].slice(0, MAX_FIELDS);
  const places = [...new Set(inputs.map(placeOf))];
  return {
    fields: inputs.map((input) => fieldSignals(input, handles.handleOf(input), places.indexOf(placeOf(input)))),
    forms: places.map(formSignals),
    heading: headingText(),
    shown: shownText(),
    squarePictures: squarePictures().length,
  };
}

/** The form of an input; the whole page for those outside of forms. */
function placeOf(input: HTMLInputElement): Element {
  return input.form ?? document.documentElement;
}

function fieldSignals(input: HTMLInputElement, index: number, form: number): FieldSignals {
  return {
    index,
    form,
    type: input.type,
    name: input.name,
    id: input.id,
    autocomplete: (input.getAttribute('autocomplete') ?? '').trim().toLowerCase(),
    inputMode: input.inputMode,
    pattern: input.pattern,
    maxLength: input.maxLength,
    label: fieldLabel(input),
    placeholder: input.placeholder,
    isVisible: isVisible(input),
    isEditable: !input.disabled && !input.readOnly,
    content: contentOf(input.value),
  };
}

function formSignals(place: Element): FormSignals {
  // A form's own `id` and `name` may be hidden by an input of that name.
  const attributes = ['id', 'name', 'class'].map((name) => place.getAttribute(name) ?? '');
  return {
    name: attributes.join(' '),
    factor: place.getAttribute('data-lifeguard-factor') ?? '',
    text: proseOf(place),
  };
}

function headingText(): string {
  const headings = [...document.querySelectorAll(HEADINGS)].slice(0, MAX_HEADINGS);
  return [document.title, ...headings.map(proseOf)].join(' ');
}

function isVisible(input: HTMLInputElement): boolean {
  const { width, height } = input.getBoundingClientRect();
  return width >= 8 && height >= 8 && input.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

function contentOf(value: string): FieldSignals['content'] {
  if (value === '') return 'empty';
  return /^\d{1,10}$/.test(value) ? 'code' : 'other';
}
