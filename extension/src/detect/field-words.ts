import type { FieldSignals, FrameSignals } from './frame-signals.ts';
import { meaningsOf, meaningsOfNames } from './words/finders.ts';
import type { Meaning } from './words/word-list.ts';

type Meanings = ReadonlySet<Meaning>;

/** A field with what the words in and around it mean, from the nearest to the farthest. */
export interface FieldWords {
  readonly field: FieldSignals;
  /** How many boxes it has. */
  readonly count: number;
  /** Its name and id. */
  readonly own: Meanings;
  /** Class names and the like. */
  readonly hints: Meanings;
  /** Label and placeholder. */
  readonly label: Meanings;
  readonly pictures: Meanings;
  readonly before: Meanings;
  readonly after: Meanings;
  readonly form: Meanings;
  readonly formName: Meanings;
  /** One for each link and button. */
  readonly actions: readonly Meanings[];
  readonly heading: Meanings;
  readonly neighbours: readonly FieldSignals[];
}

/** @param fields the field, or all boxes of one */
export function fieldWords(fields: readonly FieldSignals[], signals: FrameSignals): FieldWords {
  const [field] = fields as readonly [FieldSignals];
  const form = signals.forms[field.form];
  const texts = (pick: (field: FieldSignals) => string): string => [...new Set(fields.map(pick))].join(' . ');
  return {
    field,
    count: fields.length,
    own: meaningsOfNames(
      texts(({ name }) => name),
      texts(({ id }) => id),
    ),
    hints: meaningsOfNames(texts(({ hints }) => hints)),
    label: meaningsOf(
      texts(({ label }) => label),
      texts(({ placeholder }) => placeholder),
    ),
    pictures: union(meaningsOf(field.pictures), meaningsOfNames(field.pictures)),
    before: meaningsOf(field.before),
    after: meaningsOf(upToNextLabel(fields.at(-1)!, signals)),
    form: meaningsOf(form?.text ?? ''),
    formName: meaningsOfNames(form?.name ?? ''),
    actions: (form?.actions ?? '').split(' . ').map((action) => meaningsOf(action)),
    heading: meaningsOf(signals.heading),
    neighbours: signals.fields.filter((other) => other.form === field.form && !fields.includes(other)),
  };
}

export function says(meanings: Meanings, ...wanted: readonly Meaning[]): boolean {
  return wanted.some((meaning) => meanings.has(meaning));
}

/** What stands after a field, up to where the label of the next one begins. */
function upToNextLabel({ index, after }: FieldSignals, { fields }: FrameSignals): string {
  const next = fields.slice(fields.findIndex((field) => field.index === index) + 1);
  const label = next.find((field) => field.visibility === 'visible' && field.label !== '')?.label;
  const end = label === undefined ? -1 : after.indexOf(label);
  return end < 0 ? after : after.slice(0, end);
}

/** Whether a code can be asked for, here or anew, as no app's can. A button that names a channel offers another way. */
export function isSentOnDemand({ actions, before, after, form }: FieldWords): boolean {
  return (
    [before, after, form].some((text) => says(text, 'resend', 'send-code')) ||
    actions.some((action) => says(action, 'resend') || (says(action, 'send-code') && !says(action, ...CHANNELS)))
  );
}

const CHANNELS = ['app', 'sms', 'email', 'phone', 'phone-number'] as const;

function union(one: Meanings, other: Meanings): Meanings {
  return new Set([...one, ...other]);
}
