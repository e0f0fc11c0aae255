import { isLive, parseCode, SMS_CODE } from '@lifeguard/shared/mfa';
import { messagesOf } from '../pool/messages.ts';
import type { VerifiableAttribute } from '../pool/pool-settings.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import type { CodePurpose } from '../../ports.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool } from '../records.ts';
import type { Contact } from './delivery.ts';
import { limitExceeded } from './quota.ts';
import { sendToldText } from './send-told-text.ts';

/** What a code to an address or a number is for. None of them is worth anything for another, nor for a sign-in. */
export type ContactPurpose = 'attribute-verification' | 'email-verification' | 'sign-up' | 'password-reset';

const DAY_IN_SECONDS = 86_400;
const HOUR_IN_SECONDS = 3600;

/** @see Amazon Cognito Developer Guide, "Signing up and confirming user accounts" and "Recovering user accounts" */
function validityInSeconds(purpose: ContactPurpose): number {
  return purpose === 'password-reset' ? HOUR_IN_SECONDS : DAY_IN_SECONDS;
}

/** The store of codes that prove an attribute. */
export function verificationPurpose(attribute: VerifiableAttribute): ContactPurpose {
  return attribute === 'email' ? 'email-verification' : 'attribute-verification';
}

/** Sends a new code in place of any that was sent for the same purpose before. False when it was refused: then there is no code. */
export function sendContactCode(
  ports: CognitoPorts,
  pool: PortPool,
  { purpose, contact }: { readonly purpose: ContactPurpose; readonly contact: Contact },
): boolean {
  discardContactCode(ports, purpose);
  const { attribute, destination } = contact;
  const issued = ports.issueCode({
    purpose,
    digits: SMS_CODE.digits,
    destination,
    sentAtInMillis: ports.now(),
    validityInSeconds: validityInSeconds(purpose),
  });
  // Another request of the same user is sending one at this moment.
  if (!issued) return true;
  const { sms, subject, email } = messagesOf(pool, purpose);
  const outcome =
    attribute === 'email'
      ? ports.mailCode({ purpose, subject, message: email })
      : sendToldText(ports, { purpose, phoneNumber: destination, message: sms }).outcome;
  if (outcome === 'refused') discardContactCode(ports, purpose);
  return outcome !== 'refused';
}

/** @throws CognitoError when the code was refused */
export function requireContactCodeSent(
  ports: CognitoPorts,
  pool: PortPool,
  order: { readonly purpose: ContactPurpose; readonly contact: Contact },
): void {
  if (sendContactCode(ports, pool, order)) return;
  throw new CognitoError('CodeDeliveryFailureException', 'Unable to deliver code to user');
}

export function discardContactCode(ports: CognitoPorts, purpose: CodePurpose): void {
  const stored = ports.findCode({ purpose });
  if (stored !== null) ports.discardCode({ purpose, id: stored.id });
}

export interface CodeAnswer {
  readonly code: string;
  /** Where the code may have gone to: one that went elsewhere proves nothing any more. */
  readonly destinations: readonly string[];
  /** When a code was compared and is wrong. */
  whenWrong?(): void;
}

/** A code that was right. */
export interface ProvenCode {
  /** Where it went to. */
  readonly destination: string;
  /** @throws CognitoError when another request has used it up meanwhile */
  useUp(): void;
}

/**
 * Uses a code up.
 * @returns where it went to
 * @throws CognitoError as {@link proveContactCode}
 */
export function useContactCode(ports: CognitoPorts, purpose: ContactPurpose, answer: CodeAnswer): string {
  const proven = proveContactCode(ports, purpose, answer);
  proven.useUp();
  return proven.destination;
}

/**
 * Finds a code right, and leaves it to be used up once nothing else stands against it. Nothing is compared before one of its few places was
 * taken, which a right one gets back; what is no code at all costs none.
 * @throws CognitoError when the code is wrong, late, used or was guessed at too often
 */
export function proveContactCode(
  ports: CognitoPorts,
  purpose: ContactPurpose,
  { code, destinations, whenWrong }: CodeAnswer,
): ProvenCode {
  const stored = ports.findCode({ purpose });
  if (stored === null || !isLive(stored, ports.now()) || !destinations.includes(stored.destination))
    throw expiredCode();
  const guess = parseCode(code, SMS_CODE.digits);
  if (guess === undefined) throw codeMismatch();
  const place = ports.takeAttempt({
    purpose,
    id: stored.id,
    limit: SMS_CODE.maxAttempts,
    lifeInSeconds: stored.validityInSeconds,
  });
  if (place === 0) throw limitExceeded();
  if (!ports.isRightCode({ purpose, id: stored.id, code: guess })) {
    whenWrong?.();
    throw codeMismatch();
  }
  ports.releaseAttempt({ purpose, id: stored.id, place });
  return {
    destination: stored.destination,
    useUp: () => {
      if (!ports.consumeCode({ purpose, id: stored.id, code: guess })) throw codeMismatch();
    },
  };
}

export function codeMismatch(): CognitoError {
  return new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');
}

function expiredCode(): CognitoError {
  return new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
}
