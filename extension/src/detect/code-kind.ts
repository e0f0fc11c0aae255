import { type FieldWords, isSentOnDemand, says } from './field-words.ts';
import type { FieldSignals } from './frame-signals.ts';
import type { KindReason, Reason } from './reason.ts';
import { headingKind, namedKind, toldKind } from './said-kind.ts';
import { meaningsOf, meaningsOfNames } from './words/finders.ts';
import type { Meaning } from './words/word-list.ts';

/** Where the code that a field asks for comes from; `other`: not from anything that Lifeguard knows, such as a hardware key. */
export type CodeKind = 'totp' | 'sms' | 'email' | 'recovery' | 'other';

export interface KindVerdict {
  readonly kind: CodeKind;
  /** What decided. */
  readonly evidence: Reason;
  /** False for what nothing was said of. */
  readonly isSaid: boolean;
}

/**
 * The nearest words that say where the code comes from decide; what people read outranks what programs read. Within one text an
 * authenticator app outranks the others, which are then named as other ways; a field that nothing is said of is taken for an
 * app's.
 */
export function codeKind(
  words: FieldWords,
  context: { readonly factor: string; readonly formText: string },
): KindVerdict {
  const { factor, formText } = context;
  if (factor === 'SMS_MFA') return said('sms', 'factor-stated');
  if (factor === 'SOFTWARE_TOKEN_MFA') return said('totp', 'factor-stated');
  const { field, label, own } = words;
  const isOneTimeCode = says(label, 'one-time-code') || says(own, 'one-time-code');
  // Many pages take a recovery code in the same field, or have another field for it.
  const isForCode = isOneTimeCode || words.neighbours.some(wantsRecovery);
  const unlessRecovery = (kind: CodeKind | undefined) => (kind === 'recovery' && isForCode ? undefined : kind);
  const layers: readonly (readonly [KindReason, CodeKind | undefined])[] = [
    ['label-says', namedKind(label)],
    ['name-says', namedKind(own)],
    ['before-says', toldKind(words.before, field.before)],
    ['class-says', namedKind(words.hints)],
    ['after-says', unlessRecovery(toldKind(words.after, field.after))],
    ['form-says', unlessRecovery(toldKind(words.form, formText))],
    ['heading-says', headingKind(words.heading)],
    ['button-says', isSentOnDemand(words) ? channelOf(words) : undefined],
    ['neighbour-says', neighbourKind(words)],
  ];
  for (const [layer, kind] of layers) if (kind !== undefined) return said(kind, `${layer}:${kind}`);
  return { kind: 'totp', evidence: 'kind-unsaid', isSaid: false };
}

function said(kind: CodeKind, evidence: Reason): KindVerdict {
  return { kind, evidence, isSaid: true };
}

function wantsRecovery({ name, id, label }: FieldSignals): boolean {
  return meaningsOf(label).has('recovery') || meaningsOfNames(name, id).has('recovery');
}

/** What is sent again, when only that is said. */
function channelOf(words: FieldWords): CodeKind {
  const { form, heading, actions } = words;
  const mentions = (...meanings: readonly Meaning[]): boolean =>
    [form, heading, ...actions].some((text) => says(text, ...meanings));
  return neighbourKind(words) ?? (mentions('email') && !mentions('phone', 'phone-number') ? 'email' : 'sms');
}

/** A form that asks for an address or a number, and for a code without a password, sends the code there. */
function neighbourKind({ neighbours }: FieldWords): CodeKind | undefined {
  const shown = neighbours.filter(({ visibility, type }) => visibility === 'visible' && type !== 'hidden');
  if (shown.some(({ type }) => type === 'password')) return undefined;
  const asksFor = (type: string, meaning: Meaning): boolean =>
    shown.some(
      (field) =>
        field.type === type || meaningsOf(field.label).has(meaning) || meaningsOf(field.placeholder).has(meaning),
    );
  if (asksFor('tel', 'phone-number')) return 'sms';
  return asksFor('email', 'email') ? 'email' : undefined;
}
