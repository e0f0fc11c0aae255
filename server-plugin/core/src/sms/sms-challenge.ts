import { type SendFailure, sendFailureOf } from './send-failure.ts';
import { sendText } from './send-text.ts';
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
import type { Sent } from './send-text.ts';

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
  readonly sendFailure?: SendFailure;
}

/** What the page says of a text: nothing when it went out or goes out by another request. */
function noteOf(sent: Sent): SmsNote {
  const sendFailure = sendFailureOf(sent);
  if (sent.outcome === 'accepted' || sendFailure === undefined) return {};
  if (sent.outcome === 'unknown') return { message: 'lifeguardSmsSlow', sendFailure };
  switch (sent.reason) {
    case 'gateway':
      return { message: 'lifeguardSmsNotSent', sendFailure };
    case 'user-cap':
    case 'number-cap':
    case 'address-cap':
      return { message: 'lifeguardSmsTooMany', sendFailure };
    default:
      // Neither who pays nor what is left is anybody's business here.
      return { message: 'lifeguardSmsUnavailable', sendFailure };
  }
}

const ACCEPTED: Sent = { outcome: 'accepted' };

/** How often and how soon a user may ask for the text again, as the page says it. */
export const RESEND = {
  cooldownInSeconds: SMS_CODE.resendCooldownInSeconds,
  atMost: SMS_CODE.maxResends,
} as const;

export type SmsAnswer = { readonly kind: 'right' } | { readonly kind: 'ask-again'; readonly note: SmsNote };

/** Asks for the code. A text is sent only when no code lives: reloads, tabs and stale posts find the one that was sent. */
export function askForCode(ports: Ports, challenge: SmsChallenge): SmsNote {
  return noteOf(sendUnlessLive(ports, challenge));
}

/** Checks an answer. Nothing is compared before one of the code's few places was taken. */
export function checkCode(ports: Ports, challenge: SmsChallenge, answer: string): SmsAnswer {
  const { purpose } = challenge;
  const guess = parseCode(answer, SMS_CODE.digits);
  const stored = liveCode(ports, challenge);
  if (stored === undefined) {
    const sent = sendUnlessLive(ports, challenge);
    return askAgain(sent.outcome === 'accepted' ? { message: 'lifeguardCodeExpiredNewSent' } : noteOf(sent));
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
  if (sent.outcome === 'accepted') return { notice: 'lifeguardSmsSentAgain' };
  if (sent.outcome === 'refused') ports.releaseAttempt({ ...subject, place });
  return noteOf(sent);
}

/** The code that counts now: not expired, and sent to the number that is to be proven. */
function liveCode(ports: Ports, { purpose, phoneNumber }: SmsChallenge): StoredCode | undefined {
  const stored = ports.findCode({ purpose });
  return stored !== null && stored.destination === phoneNumber && isLive(stored, ports.now()) ? stored : undefined;
}

function sendUnlessLive(ports: Ports, challenge: SmsChallenge): Sent {
  const { purpose, phoneNumber, policy } = challenge;
  const stored = ports.findCode({ purpose });
  if (stored !== null) {
    if (stored.destination === phoneNumber && isLive(stored, ports.now())) return ACCEPTED;
    // Two requests may find the dead code; the one that removes it sends the next.
    if (!ports.discardCode({ purpose, id: stored.id })) return ACCEPTED;
  }
  const issued = ports.issueCode({
    purpose,
    digits: SMS_CODE.digits,
    destination: phoneNumber,
    sentAtInMillis: ports.now(),
    validityInSeconds: policy.smsCodeValidityInSeconds,
  });
  if (!issued) return ACCEPTED;
  const sent = send(ports, challenge);
  if (sent.outcome === 'refused') {
    const unsent = ports.findCode({ purpose });
    if (unsent !== null) ports.discardCode({ purpose, id: unsent.id });
  }
  return sent;
}

function send(ports: Ports, { purpose, phoneNumber, policy }: SmsChallenge): Sent {
  const { smsAuthenticationMessage: text, smsIsOriginBound } = policy;
  const message = smsIsOriginBound ? originBoundMessage(text, ports.host()) : text;
  return sendText({ purpose, phoneNumber, message }, ports);
}

function askAgain(note: SmsNote): SmsAnswer {
  return { kind: 'ask-again', note };
}
