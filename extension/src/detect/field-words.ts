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

/**
 * A maker of the words of fields. They are read when they are asked for, once: most fields are out of the question before that.
 * @returns takes the field, or all boxes of one
 */
export function fieldWordsIn(signals: FrameSignals): (fields: readonly FieldSignals[]) => FieldWords {
  const nextLabels = nextLabelsOf(signals);
  const heading = once(() => meaningsOf(signals.heading));

  return (fields) => {
    const [field] = fields as readonly [FieldSignals];
    const last = fields.at(-1)!;
    const form = signals.forms[field.form];
    const texts = (pick: (field: FieldSignals) => string): string =>
      fields.length === 1 ? pick(field) : [...new Set(fields.map(pick))].join(' . ');
    const read = {
      own: once(() =>
        meaningsOfNames(
          texts(({ name }) => name),
          texts(({ id }) => id),
        ),
      ),
      hints: once(() => meaningsOfNames(texts(({ hints }) => hints))),
      label: once(() => meaningsOf(`${texts(({ label }) => label)} . ${texts(({ placeholder }) => placeholder)}`)),
      pictures: once(() => union(meaningsOf(field.pictures), meaningsOfNames(field.pictures))),
      before: once(() => meaningsOf(field.before)),
      after: once(() => meaningsOf(upTo(nextLabels.get(last.index), last.after))),
      form: once(() => meaningsOf(form?.text ?? '')),
      formName: once(() => meaningsOfNames(form?.name ?? '')),
      actions: once(() => (form?.actions ?? '').split(' . ').map(meaningsOf)),
      heading,
      neighbours: once(() => signals.fields.filter((other) => other.form === field.form && !fields.includes(other))),
    };
    return {
      field,
      count: fields.length,
      get own() {
        return read.own();
      },
      get hints() {
        return read.hints();
      },
      get label() {
        return read.label();
      },
      get pictures() {
        return read.pictures();
      },
      get before() {
        return read.before();
      },
      get after() {
        return read.after();
      },
      get form() {
        return read.form();
      },
      get formName() {
        return read.formName();
      },
      get actions() {
        return read.actions();
      },
      get heading() {
        return read.heading();
      },
      get neighbours() {
        return read.neighbours();
      },
    };
  };
}

function once<Value>(compute: () => Value): () => Value {
  let result: { readonly value: Value } | undefined;
  return () => (result ??= { value: compute() }).value;
}

export function says(meanings: Meanings, ...wanted: readonly Meaning[]): boolean {
  return wanted.some((meaning) => meanings.has(meaning));
}

/** For each field the label of the next one that has one, by handle. */
function nextLabelsOf({ fields }: FrameSignals): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  let next = '';
  for (const { index, label, visibility } of fields.toReversed()) {
    labels.set(index, next);
    if (visibility === 'visible' && label !== '') next = label;
  }
  return labels;
}

/** What stands after a field ends where the label of the next one begins. */
function upTo(nextLabel: string | undefined, after: string): string {
  const end = nextLabel ? after.indexOf(nextLabel) : -1;
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
