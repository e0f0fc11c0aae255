import {
  isLive,
  originBoundMessage,
  parseCode,
  type PoolPolicy,
  resendWaitInSeconds,
  SMS_CODE,
} from '@lifeguard/shared/mfa';
import type { MessageKey } from '../message-key.ts';
import type { CodePurpose, Ports, StoredCode } from '../ports.ts';

/** A code to a number for one purpose. Codes of different purposes know nothing of each other. */
export interface SmsChallenge {
  readonly purpose: CodePurpose;
  readonly phoneNumber: string;
  readonly policy: PoolPolicy;
}

/** What the page that asks for the code says besides. */
export interface SmsNote {
  /** What went wrong, at the field. */
  readonly message?: MessageKey;
  readonly messageParameters?: readonly string[];
  /** What else there is to say, with the same parameters: nothing is wrong in the field. */
  readonly notice?: MessageKey;
  /** Whether the answer that led here was a wrong code, which Keycloak's brute-force detection counts. */
  readonly wrongCode?: boolean;
  /** Why a text may not arrive, for the operator's events. */
  readonly sendFailure?: 'sms_refused' | 'sms_unanswered';
}

const NOT_SENT = {
  refused: { message: 'lifeguardSmsNotSent', sendFailure: 'sms_refused' },
  unknown: { message: 'lifeguardSmsSlow', sendFailure: 'sms_unanswered' },
} as const satisfies Readonly<Record<string, SmsNote>>;

/** How often and how soon a user may ask for the text again, as the page says it. */
export const RESEND = {
  cooldownInSeconds: SMS_CODE.resendCooldownInSeconds,
  atMost: SMS_CODE.maxResends,
} as const;

export type SmsAnswer = { readonly kind: 'right' } | { readonly kind: 'ask-again'; readonly note: SmsNote };

/** Asks for the code. A text is sent only when no code lives: reloads, tabs and stale posts find the one that was sent. */
export function askForCode(ports: Ports, challenge: SmsChallenge): SmsNote {
  const sent = sendUnlessLive(ports, challenge);
  return sent === 'accepted' ? {} : NOT_SENT[sent];
}

/** Checks an answer. Nothing is compared before one of the code's few places was taken. */
export function checkCode(ports: Ports, challenge: SmsChallenge, answer: string): SmsAnswer {
  const { purpose } = challenge;
  const guess = parseCode(answer, SMS_CODE.digits);
  const stored = liveCode(ports, challenge);
  if (stored === undefined) {
    const sent = sendUnlessLive(ports, challenge);
    return askAgain(sent === 'accepted' ? { message: 'lifeguardCodeExpiredNewSent' } : NOT_SENT[sent]);
  }
  // What is no code at all can't be right: it costs no place and is no failure.
  if (guess === undefined) return askAgain({ message: 'lifeguardSmsCodeWrong' });

  const place = ports.takeAttempt({
    purpose,
    id: stored.id,
    limit: SMS_CODE.maxAttempts,
    lifeInSeconds: stored.validityInSeconds,
  });
  if (place === 0) return askAgain({ message: 'lifeguardTooManyAttempts' });
  return ports.consumeCode({ purpose, id: stored.id, code: guess })
    ? { kind: 'right' }
    : askAgain({ message: 'lifeguardSmsCodeWrong', wrongCode: true });
}

/**
 * Repeats the text with the code that lives: a new code would make worthless what may still arrive. Each repetition takes one of few
 * places, and gives it back when it comes too early or the gateway refuses.
 */
export function repeatCode(ports: Ports, challenge: SmsChallenge): SmsNote {
  const stored = liveCode(ports, challenge);
  if (stored === undefined) return askForCode(ports, challenge);

  const { validityInSeconds: lifeInSeconds } = stored;
  const subject = { purpose: challenge.purpose, id: `${stored.id}:resend` } as const;
  const place = ports.takeAttempt({ ...subject, limit: SMS_CODE.maxResends, lifeInSeconds });
  if (place === 0) return { notice: 'lifeguardSmsNoMore' };
  const wait = resendWaitInSeconds(stored, place, ports.now());
  if (wait > 0) {
    ports.releaseAttempt({ ...subject, place });
    return { notice: 'lifeguardSmsWait', messageParameters: [String(wait)] };
  }
  const sent = send(ports, challenge);
  if (sent === 'accepted') return { notice: 'lifeguardSmsSentAgain' };
  if (sent === 'refused') ports.releaseAttempt({ ...subject, place });
  return NOT_SENT[sent];
}

/** The code that counts now: not expired, and sent to the number that is to be proven. */
function liveCode(ports: Ports, { purpose, phoneNumber }: SmsChallenge): StoredCode | undefined {
  const stored = ports.findCode({ purpose });
  return stored !== null && stored.destination === phoneNumber && isLive(stored, ports.now()) ? stored : undefined;
}

function sendUnlessLive(ports: Ports, challenge: SmsChallenge): ReturnType<Ports['sendCode']> {
  const { purpose, phoneNumber, policy } = challenge;
  const stored = ports.findCode({ purpose });
  if (stored !== null) {
    if (stored.destination === phoneNumber && isLive(stored, ports.now())) return 'accepted';
    // Two requests may find the dead code; the one that removes it sends the next.
    if (!ports.discardCode({ purpose, id: stored.id })) return 'accepted';
  }
  const issued = ports.issueCode({
    purpose,
    digits: SMS_CODE.digits,
    destination: phoneNumber,
    sentAtInMillis: ports.now(),
    validityInSeconds: policy.smsCodeValidityInSeconds,
  });
  if (!issued) return 'accepted';
  const sent = send(ports, challenge);
  if (sent === 'refused') {
    const unsent = ports.findCode({ purpose });
    if (unsent !== null) ports.discardCode({ purpose, id: unsent.id });
  }
  return sent;
}

function send(ports: Ports, { purpose, policy }: SmsChallenge): ReturnType<Ports['sendCode']> {
  const { smsAuthenticationMessage: text, smsIsOriginBound } = policy;
  return ports.sendCode({ purpose, message: smsIsOriginBound ? originBoundMessage(text, ports.host()) : text });
}

function askAgain(note: SmsNote): SmsAnswer {
  return { kind: 'ask-again', note };
}
