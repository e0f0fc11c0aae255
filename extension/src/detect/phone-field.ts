import { says } from './field-words.ts';
import type { FieldSignals, FormSignals, FrameSignals } from './frame-signals.ts';
import { meaningsOf, meaningsOfNames } from './words/finders.ts';
import type { Meaning } from './words/word-list.ts';

/** A page that registers somebody or sends goods asks for more than a number. */
const MAX_FIELDS = 3;
const TEXT_TYPES = new Set(['text', 'tel', 'number', '']);
/** Other things that a form asks for: they have their own reason for a phone number. */
const OTHER_REASONS: readonly Meaning[] = [
  'person',
  'postcode',
  'card',
  'bank',
  'coupon',
  'date',
  'quantity',
  'reference',
];

/** Whether a frame asks for a phone number to send codes to it: its form, or its heading, speaks of codes or of text messages. */
export function asksForPhoneNumber({ fields, forms, heading }: FrameSignals): boolean {
  const shown = fields.filter(isShown);
  return shown.some((field) => {
    const beside = shown.filter((other) => other.form === field.form);
    return (
      isForPhoneNumber(field) &&
      beside.length <= MAX_FIELDS &&
      !fields.some(
        ({ form, type, visibility }) => form === field.form && type === 'password' && visibility === 'visible',
      ) &&
      !beside.some((other) => other !== field && says(wordsOf(other), ...OTHER_REASONS)) &&
      speaksOfCodes(field, { form: forms[field.form], heading })
    );
  });
}

function isShown({ visibility, access, type }: FieldSignals): boolean {
  return visibility === 'visible' && access === 'editable' && TEXT_TYPES.has(type);
}

function isForPhoneNumber(field: FieldSignals): boolean {
  if (/(?:^|\s)tel(?:-national)?$/.test(field.autocomplete)) return true;
  return says(meaningsOf(`${field.label} . ${field.placeholder}`), 'phone-number') || isNamedPhone(field);
}

function isNamedPhone({ type, name, id, label }: FieldSignals): boolean {
  return type === 'tel' && (label === '' || says(meaningsOfNames(name, id), 'phone-number'));
}

function wordsOf({ label, placeholder, name, id }: FieldSignals): ReadonlySet<Meaning> {
  return new Set([...meaningsOf(`${label} . ${placeholder}`), ...meaningsOfNames(name, id)]);
}

/** "We send a code there": both have to be said, because a phone gets news and deliveries, too. */
function speaksOfCodes(
  { before, after, label }: FieldSignals,
  { form, heading }: { readonly form: FormSignals | undefined; readonly heading: string },
): boolean {
  const said = meaningsOf([heading, before, label, after, form?.text ?? ''].join(' . '));
  if (says(said, 'coupon')) return false;
  if (says(said, 'send-code') || says(meaningsOf(form?.actions ?? ''), 'send-code')) return true;
  return says(said, ...CODES) && says(said, 'sms', 'sent', 'second-factor');
}

const CODES = ['one-time-code', 'code-phrase', 'code', 'second-factor'] as const satisfies readonly Meaning[];
