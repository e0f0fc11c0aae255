/**
 * `filled`: the first code stands in the form. `submitted`: the user sent it. `refused`: the site shows the form again.
 * `cancelled`: the form was left by another button. `doubtful`: nothing tells what the site did with what was sent.
 */
export type EnrolmentPhase = 'filled' | 'submitted' | 'refused' | 'cancelled' | 'doubtful';

/** The enrolment that goes on in a tab. It lives in `storage.session`, because the background may stop at any time. */
export interface Enrolment {
  readonly accountId: string;
  readonly origin: string;
  /** Whether no picture of the page had the key: nothing tells such a page from one to sign in at. */
  readonly isWithoutPicture?: true;
  readonly phase: EnrolmentPhase;
}

/**
 * What the tab shows after a navigation, as far as can be seen. `no-answer`: an error, or a page to sign in at, as where the set-up
 * was open too long.
 */
export type PageSeen = 'enrolment-form' | 'other-page' | 'no-answer' | 'left-origin' | 'unreadable';

export type EnrolmentEvent =
  | { readonly kind: 'left-form'; readonly by: 'submit' | 'cancel' }
  | { readonly kind: 'page'; readonly page: PageSeen };

export interface EnrolmentStep {
  /** `undefined` when the enrolment is over. */
  readonly enrolment: Enrolment | undefined;
  /** The site accepted the code: the staged account becomes active. */
  readonly commits: boolean;
}

/**
 * Only a page that follows a submitted form can accept: one without the form again, or one of another site. A page
 * that cannot be read decides nothing, and after one that is no answer no other page does: the user has to say.
 */
export function advanceEnrolment(enrolment: Enrolment, event: EnrolmentEvent): EnrolmentStep {
  if (event.kind === 'left-form') {
    return { enrolment: { ...enrolment, phase: event.by === 'submit' ? 'submitted' : 'cancelled' }, commits: false };
  }
  if (enrolment.phase !== 'submitted' || event.page === 'unreadable') return { enrolment, commits: false };
  if (event.page === 'enrolment-form') return { enrolment: { ...enrolment, phase: 'refused' }, commits: false };
  if (event.page === 'no-answer') return { enrolment: { ...enrolment, phase: 'doubtful' }, commits: false };
  return { enrolment: undefined, commits: true };
}
