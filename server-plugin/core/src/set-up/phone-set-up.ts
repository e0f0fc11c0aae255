import { maskPhoneNumber, parsePhoneNumber, parsePoolPolicy, SMS_CODE } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { mayEnterPhoneNumber } from '../pool/challenge-rules.ts';
import { factorPassed } from '../sign-in/factor-passed.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { enableFactor } from '../settings/enable-factor.ts';
import { listPhoneFactor } from '../settings/phone-factor.ts';
import { askForCode, checkCode, repeatCode, RESEND, type SmsChallenge, type SmsNote } from '../sms/sms-challenge.ts';
import type { PhoneSetUpState, PhoneSetUpStep } from './phone-set-up-step.ts';
import { hasProvenFactor, isSetUpDemanded, type SessionProof } from './session-proof.ts';

/** What a person posted; a field that was not posted is absent. */
export interface PhoneSetUpForm {
  readonly phoneNumber?: string;
  readonly code?: string;
  readonly resend?: string;
  /** Present when another number is to be entered. */
  readonly change?: string;
}

/** Different numbers that a user may try in an hour: each costs a text to somebody. */
const NUMBERS = { limit: 5, windowInSeconds: 3600 } as const;

interface PhoneSetUpRequest {
  readonly state: PhoneSetUpState;
  readonly session: SessionProof;
}

/** Shows the page: for a first number, or for the code that proves one. */
export function startPhoneSetUp({ state, session }: PhoneSetUpRequest, ports: Ports): PhoneSetUpStep {
  const subject = subjectOf(ports, session, state);
  if (subject.kind === 'refusal' || subject.kind === 'done') return subject;
  return subject.kind === 'number-needed' ? numberPage({}) : codePage(subject, askForCode(ports, subject.challenge));
}

/** The answer to a page. */
export function answerPhoneSetUp(
  { state, session, form }: PhoneSetUpRequest & { readonly form: PhoneSetUpForm },
  ports: Ports,
): PhoneSetUpStep {
  const before = subjectOf(ports, session, form.change === undefined ? state : {});
  if (before.kind === 'refusal' || before.kind === 'done') return before;
  if (before.kind === 'number-needed') return enterNumber(form.phoneNumber, session, ports);
  if (form.resend !== undefined) return codePage(before, repeatCode(ports, before.challenge));
  if (form.code === undefined) return codePage(before, askForCode(ports, before.challenge));
  const checked = checkCode(ports, before.challenge, form.code);
  return checked.kind === 'ask-again' ? codePage(before, checked.note) : keepNumber(before, ports);
}

interface NumberToProve {
  readonly kind: 'number';
  readonly challenge: SmsChallenge;
  readonly state: PhoneSetUpState;
}

/** Which number is to be proven. One that the user has is proven as it is; only a user who has none enters one. */
function subjectOf(
  ports: Ports,
  session: SessionProof,
  state: PhoneSetUpState,
): NumberToProve | { readonly kind: 'number-needed' } | { readonly kind: 'done' } | Refusal {
  if (ports.isLocked()) return refuse('user_locked', 'lifeguardLocked');
  const parsed = parsePoolPolicy(ports.poolAttributes());
  if (!parsed.ok) return refuse('policy_unreadable', 'lifeguardUnavailable');
  const { policy } = parsed;
  const user = ports.user();
  if (!policy.smsMfa || !mayGoOn(ports, session)) return refuse('set_up_refused', 'lifeguardSetUpRefused');

  if (mayEnterPhoneNumber(policy, user)) {
    const { phoneNumber } = state;
    if (phoneNumber === undefined) return { kind: 'number-needed' };
    return { kind: 'number', challenge: { purpose: 'enrolment', phoneNumber, policy }, state };
  }
  const stored = parsePhoneNumber(user.phoneNumber ?? '');
  if (!stored.ok) return refuse('set_up_refused', 'lifeguardSetUpRefused');
  if (user.phoneNumberVerified === true) {
    // Nothing is left to do, which must not keep out a user whom an administrator has sent here; but it is no factor either.
    return session.afterPassword ? refuse('set_up_refused', 'lifeguardSetUpRefused') : { kind: 'done' };
  }
  const challenge = { purpose: 'attribute-verification', phoneNumber: stored.e164, policy } as const;
  return { kind: 'number', challenge, state: {} };
}

/** After the password alone only while the pool demands a set-up, as for an authenticator. */
function mayGoOn(ports: Ports, session: SessionProof): boolean {
  return session.afterPassword ? isSetUpDemanded(ports, session, 'SMS_MFA') : hasProvenFactor(ports, session);
}

function enterNumber(text: string | undefined, session: SessionProof, ports: Ports): PhoneSetUpStep {
  if (text === undefined) return numberPage({});
  const parsed = parsePhoneNumber(text);
  if (!parsed.ok) return numberPage({ message: 'lifeguardPhoneNumberWrong' });
  const window = Math.floor(ports.now() / (NUMBERS.windowInSeconds * 1000));
  const place = ports.takeAttempt({
    purpose: 'enrolment',
    id: `numbers:${window}`,
    limit: NUMBERS.limit,
    lifeInSeconds: NUMBERS.windowInSeconds,
  });
  if (place === 0) return numberPage({ message: 'lifeguardPhoneNumberNoMore' });
  return startPhoneSetUp({ state: { phoneNumber: parsed.e164 }, session }, ports);
}

function keepNumber({ challenge }: NumberToProve, ports: Ports): PhoneSetUpStep {
  const { purpose, phoneNumber } = challenge;
  const isStored =
    purpose === 'enrolment' ? ports.setPhoneNumber({ phoneNumber, verified: true }) : ports.setPhoneNumberVerified();
  if (!isStored) return refuse('user_store_is_read_only', 'lifeguardPhoneNumberNotStored');
  enableFactor(ports, 'SMS_MFA');
  listPhoneFactor(ports);
  return factorPassed('SMS_MFA');
}

function numberPage(note: SmsNote): PhoneSetUpStep {
  return { kind: 'page', page: 'phone-number', state: {}, ...note };
}

function codePage({ challenge, state }: NumberToProve, note: SmsNote): PhoneSetUpStep {
  return {
    kind: 'page',
    page: 'phone-code',
    state,
    destination: maskPhoneNumber(challenge.phoneNumber),
    digits: SMS_CODE.digits,
    resend: RESEND,
    mayChangeNumber: challenge.purpose === 'enrolment',
    ...note,
  };
}
