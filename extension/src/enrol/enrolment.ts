/**
 * `filled`: the first code stands in the form. `submitted`: the user sent it. `refused`: the site shows the form again.
 * `cancelled`: the form was left by another button.
 */
export type EnrolmentPhase = 'filled' | 'submitted' | 'refused' | 'cancelled';

/** The enrolment that goes on in a tab. It lives in `storage.session`, because the background may stop at any time. */
export interface Enrolment {
  readonly accountId: string;
  readonly origin: string;
  /** Whether no picture of the page had the key: nothing tells such a page from one to sign in at. */
  readonly isWithoutPicture?: true;
  readonly phase: EnrolmentPhase;
}

/** What the tab shows after a navigation, as far as can be seen. */
export type PageSeen = 'enrolment-form' | 'other-page' | 'left-origin' | 'unreadable';

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
 * that cannot be read decides nothing.
 */
export function advanceEnrolment(enrolment: Enrolment, event: EnrolmentEvent): EnrolmentStep {
  if (event.kind === 'left-form') {
    return { enrolment: { ...enrolment, phase: event.by === 'submit' ? 'submitted' : 'cancelled' }, commits: false };
  }
  if (enrolment.phase !== 'submitted' || event.page === 'unreadable') return { enrolment, commits: false };
  if (event.page === 'enrolment-form') return { enrolment: { ...enrolment, phase: 'refused' }, commits: false };
  return { enrolment: undefined, commits: true };
}
