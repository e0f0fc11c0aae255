import { type FieldWords, isSentOnDemand, says } from './field-words.ts';
import type { FieldSignals } from './frame-signals.ts';
import { meaningsOf, meaningsOfNames } from './words/finders.ts';
import type { OtherThing } from './words/word-list.ts';

/** Whether a word for one-time codes is on the field itself. */
export function isNamedOneTimeCode({ field, own, label, hints }: FieldWords): boolean {
  return (
    field.autocomplete.includes('one-time-code') ||
    says(own, 'one-time-code', 'app') ||
    says(label, 'one-time-code', 'app', 'second-factor') ||
    says(hints, 'one-time-code', 'app')
  );
}

export function isAboutOneTimeCodes(words: FieldWords): boolean {
  return (
    isNamedOneTimeCode(words) ||
    [words.before, words.after, words.form, words.heading].some((text) =>
      says(text, 'one-time-code', 'app', 'second-factor'),
    )
  );
}

export function isAboutSending(words: FieldWords): boolean {
  const { before, after, form, heading } = words;
  return [before, after, form, heading].some((text) => says(text, 'sent', 'sms')) || isSentOnDemand(words);
}

/** Some pages ask for two codes, one after the other, to put a device in step. */
export function isForNextCode({ field, own, label, before, form, neighbours }: FieldWords): boolean {
  const others = neighbours.filter(({ visibility, type }) => visibility === 'visible' && type === field.type);
  const ordinal = ordinalOf(field);
  const isSecond = ordinal > 1 && others.some((other) => ordinalOf(other) === ordinal - 1);
  if (isSecond) return [own, label, before, form].some((text) => says(text, 'successive'));
  return (
    says(own, 'successive') && others.some(({ name, id }) => says(meaningsOfNames(name, id), 'one-time-code', 'code'))
  );
}

/** The number that a label ends with; 0 for none. */
function ordinalOf({ label }: FieldSignals): number {
  return Number(/([1-9])\W*$/.exec(label)?.[1] ?? 0);
}

/** Whether another field of the form, a hidden one too, is for a thing. */
export function standsWith({ neighbours }: FieldWords, thing: OtherThing): boolean {
  return neighbours.some(({ name, id, label, autocomplete }) => {
    if (thing === 'card' && autocomplete.includes('cc-')) return true;
    return says(meaningsOfNames(name, id), thing) || says(meaningsOf(label), thing);
  });
}
