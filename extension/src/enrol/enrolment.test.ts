import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advanceEnrolment, type Enrolment, type EnrolmentEvent, type PageSeen } from './enrolment.ts';

const BEGUN: Enrolment = { accountId: 'a', origin: 'https://id.example', phase: 'filled' };
const SUBMIT: EnrolmentEvent = { kind: 'left-form', by: 'submit' };
const CANCEL: EnrolmentEvent = { kind: 'left-form', by: 'cancel' };
const page = (seen: PageSeen): EnrolmentEvent => ({ kind: 'page', page: seen });

/** Runs events until the enrolment is over; tells whether and after which event it was committed. */
function run(events: readonly EnrolmentEvent[]) {
  let enrolment: Enrolment | undefined = BEGUN;
  let committedAfter = -1;
  for (const [position, event] of events.entries()) {
    if (enrolment === undefined) break;
    const step = advanceEnrolment(enrolment, event);
    enrolment = step.enrolment;
    if (step.commits) committedAfter = position;
  }
  return { enrolment, committedAfter };
}

test.each<PageSeen>(['other-page', 'left-origin'])('a submitted form that leads to %s is accepted', (seen) => {
  expect(run([SUBMIT, page(seen)])).toEqual({ enrolment: undefined, committedAfter: 1 });
});

test('a wrong code shows the form again: refused; the right one after it is accepted', () => {
  expect(run([SUBMIT, page('enrolment-form')]).enrolment).toMatchObject({ phase: 'refused' });
  expect(run([SUBMIT, page('enrolment-form'), SUBMIT, page('other-page')]).committedAfter).toBe(3);
});

test('leaving by the cancel button, a link or a reload accepts nothing', () => {
  expect(run([CANCEL, page('other-page')])).toMatchObject({ enrolment: { phase: 'cancelled' }, committedAfter: -1 });
  expect(run([page('other-page'), page('left-origin')])).toMatchObject({ enrolment: { phase: 'filled' } });
  expect(run([page('enrolment-form')])).toMatchObject({ enrolment: { phase: 'filled' } });
});

test('a page that cannot be read decides nothing; the next that can does', () => {
  expect(run([SUBMIT, page('unreadable')])).toMatchObject({ enrolment: { phase: 'submitted' }, committedAfter: -1 });
  expect(run([SUBMIT, page('unreadable'), page('other-page')]).committedAfter).toBe(2);
});

test('an error or a page to sign in at is no answer: nothing after it accepts either, until the form is sent again', () => {
  expect(run([SUBMIT, page('no-answer')])).toMatchObject({ enrolment: { phase: 'doubtful' }, committedAfter: -1 });
  expect(run([SUBMIT, page('no-answer'), page('other-page'), page('left-origin')])).toMatchObject({
    enrolment: { phase: 'doubtful' },
    committedAfter: -1,
  });
  expect(run([SUBMIT, page('no-answer'), SUBMIT, page('other-page')]).committedAfter).toBe(3);
});

test('commits only on an accepting page, and only when the form was last left by its own button', () => {
  const seen = fc
    .constantFrom<PageSeen>('enrolment-form', 'other-page', 'no-answer', 'left-origin', 'unreadable')
    .map(page);
  const events = fc.array(fc.oneof(fc.constant(SUBMIT), fc.constant(CANCEL), seen), { maxLength: 12 });
  fc.assert(
    fc.property(events, (sequence) => {
      const { committedAfter } = run(sequence);
      if (committedAfter < 0) return;
      const last = sequence[committedAfter]!;
      expect(last).toMatchObject({ kind: 'page' });
      expect(['other-page', 'left-origin']).toContain(last.kind === 'page' && last.page);
      const decisive = sequence
        .slice(0, committedAfter)
        .filter((event) => !(event.kind === 'page' && event.page === 'unreadable'));
      expect(decisive.at(-1)).toEqual(SUBMIT);
    }),
  );
});

test('the account and the origin of an enrolment never change', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(SUBMIT, CANCEL, page('enrolment-form'), page('unreadable'))), (sequence) => {
      expect(run(sequence).enrolment).toMatchObject({ accountId: BEGUN.accountId, origin: BEGUN.origin });
    }),
  );
});
