import type { ReadBack } from './read-back.ts';

/** The ways to write into a field, from the quietest to the one that is most like a person. */
export type FillStep = 'value' | 'insert-text' | 'paste' | 'keys';

/** `gone`: the field left the page before it had the code. */
export type FillFailure = 'not-kept' | 'zero-lost' | 'occupied' | 'does-not-fit' | 'gone';

/** `isTaken`: the page has sent or closed the form by itself, so that to send it would post the code twice. */
export type FillOutcome =
  | { readonly kept: true; readonly by: FillStep; readonly isTaken: boolean }
  | { readonly kept: false; readonly reason: FillFailure };

/** The field that is written. */
export interface LadderField {
  /** `gone`: out of the page, or locked by it with something else inside. `sent`: the form was sent, or is locked with the code in it. */
  readBack(): ReadBack | 'gone' | 'sent';
  /** Resolves when the page has had its turn, as after a frame. */
  nextTurn(): Promise<void>;
}

export interface Rung {
  readonly step: FillStep;
  /** Whether it came to its end; whether the page kept what was written, the field tells. */
  write(): Promise<boolean>;
}

/** A page that puts its own state back does so within two frames. */
const HELD_READINGS = 3;
/** A page that spreads or formats a code is done within these. */
const MAX_READINGS = 9;

/**
 * Writes by one step after the other until the field holds what was written. A page that has taken the code, and sent or
 * closed its form, is not written to again: it would check the code twice.
 */
export async function climb(rungs: readonly Rung[], field: LadderField): Promise<FillOutcome> {
  for (const { step, write } of rungs) {
    const isWritten = await write();
    const seen = await steadyReading(field);
    const isTaken = seen === 'sent' || (seen === 'gone' && isWritten);
    if (isTaken || seen === 'kept') return { kept: true, by: step, isTaken };
    // Every other way ends in the same number.
    if (seen !== 'other') return { kept: false, reason: seen };
  }
  return { kept: false, reason: 'not-kept' };
}

async function steadyReading(field: LadderField): Promise<ReadBack | 'gone' | 'sent'> {
  let last: ReadBack = 'other';
  let held = 0;
  for (let reading = 0; reading < MAX_READINGS; reading += 1) {
    if (reading > 0) await field.nextTurn();
    const seen = field.readBack();
    if (seen === 'sent') return 'sent';
    if (seen === 'gone') return last === 'kept' ? 'sent' : last === 'other' ? 'gone' : last;
    held = seen === 'other' ? 0 : held + 1;
    last = seen;
    if (held === HELD_READINGS) return seen;
  }
  return 'other';
}
