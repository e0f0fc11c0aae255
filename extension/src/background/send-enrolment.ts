import type { Answer } from '../border.ts';
import { chooseCodeField } from '../fill/choose-code-field.ts';
import { topFrame } from '../fill/page-frame.ts';
import type { Enrolments } from './enrolments.ts';
import { type Frames, orGone } from './frames.ts';

export interface SendPorts {
  readonly enrolments: Pick<Enrolments, 'all'>;
  readonly frames: Pick<Frames, 'read' | 'ask'>;
}

/** Sends the form of the enrolment in a tab, for the user who has said so. It has to be the form that the first code went to. */
export async function sendEnrolment(
  tabId: number,
  { enrolments, frames }: SendPorts,
): Promise<Answer<object, 'gone' | 'no-access'>> {
  const enrolment = (await enrolments.all())[tabId];
  const read = await frames.read(tabId);
  if (topFrame(read) === undefined) return { ok: false, reason: 'no-access' };
  const choice = chooseCodeField(read);
  const isThere = enrolment?.phase === 'filled' && choice.ok && choice.frame.origin === enrolment.origin;
  if (!isThere) return { ok: false, reason: 'gone' };
  const { documentId } = choice.frame;
  // A page that leaves with its form has no time to answer.
  await orGone(frames.ask({ tabId, documentId }, 'submitForm', { field: choice.field.boxes[0]! }));
  return { ok: true };
}
