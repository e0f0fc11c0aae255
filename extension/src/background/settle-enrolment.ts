import { findCodeFields } from '../detect/code-field.ts';
import type { FrameSignals } from '../detect/frame-signals.ts';
import { hasEnrolmentForm } from '../detect/enrolment-form.ts';
import { hasSignInForm } from '../detect/sign-in-form.ts';
import type { Enrolment, PageSeen } from '../enrol/enrolment.ts';
import { chooseCodeField } from '../fill/choose-code-field.ts';
import { type PageFrame, topFrame } from '../fill/page-frame.ts';
import type { Enrolments } from './enrolments.ts';
import { type Frames, orGone } from './frames.ts';

export interface SettlePorts {
  readonly enrolments: Enrolments;
  readonly frames: Frames;
  /** Whether losing sight of a tab means that it left the origin of the grant. */
  readonly lostSightMeansLeft: (tabId: number) => Promise<boolean>;
  readonly announce: (tabId: number, outcome: 'accepted' | 'refused') => Promise<void>;
}

/** Judges the page that a tab shows after its enrolment form was sent. Tabs without an enrolment are not looked at. */
export async function settleEnrolment(tabId: number, ports: SettlePorts): Promise<void> {
  if ((await ports.enrolments.all())[tabId] !== undefined) await settle(tabId, await ports.frames.read(tabId), ports);
}

/** The same for a page that was just read. */
export async function settle(tabId: number, frames: readonly PageFrame[], ports: SettlePorts): Promise<void> {
  const before = (await ports.enrolments.all())[tabId];
  if (before === undefined) return;
  const page = await pageSeen(tabId, before, frames, ports);
  const step = await ports.enrolments.advance(tabId, { kind: 'page', page });
  if (step?.commits) await ports.announce(tabId, 'accepted');
  const { phase } = step?.enrolment ?? {};
  if (phase === 'refused' || phase === 'doubtful') await ports.announce(tabId, 'refused');
  if (page === 'enrolment-form') await watchAgain(tabId, frames, ports);
}

async function pageSeen(
  tabId: number,
  enrolment: Enrolment,
  frames: readonly PageFrame[],
  { lostSightMeansLeft }: SettlePorts,
): Promise<PageSeen> {
  const top = topFrame(frames);
  if (top === undefined) return (await lostSightMeansLeft(tabId)) ? 'left-origin' : 'unreadable';
  const own = frames.filter(({ origin }) => origin === top.origin);
  const hasForm = top.origin === enrolment.origin && own.some(({ signals }) => hasFormOf(enrolment, signals));
  if (hasForm) return 'enrolment-form';
  if (top.signals.isError || own.some(({ signals }) => hasSignInForm(signals))) return 'no-answer';
  return top.origin === enrolment.origin ? 'other-page' : 'left-origin';
}

/** Without a picture any form for a code may be that of the enrolment: the account stays staged rather than count as accepted. */
function hasFormOf({ isWithoutPicture }: Enrolment, signals: FrameSignals): boolean {
  return (
    hasEnrolmentForm(signals) ||
    (isWithoutPicture === true && findCodeFields(signals).some(({ kind }) => kind === 'totp'))
  );
}

/** The form stands in a new document, where nobody watches it yet; the user may correct the code there by hand. */
async function watchAgain(tabId: number, frames: readonly PageFrame[], ports: SettlePorts): Promise<void> {
  const choice = chooseCodeField(frames);
  if (!choice.ok || choice.frame.origin !== choice.origin) return;
  const { documentId } = choice.frame;
  // The page that comes instead is judged when it is there.
  await orGone(ports.frames.ask({ tabId, documentId }, 'watchForm', { field: choice.field.boxes[0]! }));
}
