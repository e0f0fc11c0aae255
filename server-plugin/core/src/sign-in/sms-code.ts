import { isLive, maskPhoneNumber, parseCode, resendWaitInSeconds, SMS_CODE } from '@lifeguard/shared/mfa';
import type { Ports, StoredCode } from '../ports.ts';
import type { Situation } from './demand.ts';
import type { MessageKey, SignInStep, SmsCodePage } from './step.ts';

const purpose = 'sign-in';

/** Shows the page. A text is sent only when no code lives: reloads, tabs and stale posts find the one that was sent. */
export function askForSmsCode(ports: Ports, situation: Situation): SignInStep {
  const sent = sendUnlessLive(ports, situation);
  return page(situation, sent === 'accepted' ? {} : { message: sent });
}

/** Checks an answer. Nothing is compared before one of the code's few places was taken. */
export function answerSmsCode(ports: Ports, situation: Situation, answer: string): SignInStep {
  const guess = parseCode(answer, SMS_CODE.digits);
  const stored = liveCode(ports, situation);
  if (stored === undefined) {
    const sent = sendUnlessLive(ports, situation);
    return page(situation, { message: sent === 'accepted' ? 'lifeguardCodeExpiredNewSent' : sent });
  }
  // What is no code at all can't be right: it costs no place and is no failure.
  if (guess === undefined) return page(situation, { message: 'lifeguardSmsCodeWrong' });

  const place = ports.takeAttempt({
    purpose,
    id: stored.id,
    limit: SMS_CODE.maxAttempts,
    lifeInSeconds: stored.validityInSeconds,
  });
  if (place === 0) return page(situation, { message: 'lifeguardTooManyAttempts' });
  if (!ports.consumeCode({ purpose, id: stored.id, code: guess })) {
    return page(situation, { message: 'lifeguardSmsCodeWrong', wrongCode: true });
  }
  ports.setPhoneNumberVerified();
  return { kind: 'done', factor: 'SMS_MFA' };
}

/**
 * Repeats the text with the code that lives: a new code would make worthless what may still arrive. Each repetition takes one of few
 * places, and gives it back when it comes too early or the gateway refuses.
 */
export function resendSmsCode(ports: Ports, situation: Situation): SignInStep {
  const stored = liveCode(ports, situation);
  if (stored === undefined) return askForSmsCode(ports, situation);

  const { validityInSeconds: lifeInSeconds } = stored;
  const subject = { purpose, id: `${stored.id}:resend` } as const;
  const place = ports.takeAttempt({ ...subject, limit: SMS_CODE.maxResends, lifeInSeconds });
  if (place === 0) return page(situation, { message: 'lifeguardSmsNoMore' });
  const wait = resendWaitInSeconds(stored, place, ports.now());
  if (wait > 0) {
    ports.releaseAttempt({ ...subject, place });
    return page(situation, { message: 'lifeguardSmsWait', messageParameters: [String(wait)] });
  }
  switch (ports.sendCode({ purpose, message: situation.policy.smsAuthenticationMessage })) {
    case 'accepted':
      return page(situation, { notice: 'lifeguardSmsSentAgain' });
    case 'unknown':
      return page(situation, { message: 'lifeguardSmsSlow' });
    case 'refused':
      ports.releaseAttempt({ ...subject, place });
      return page(situation, { message: 'lifeguardSmsNotSent' });
  }
}

/** The code that counts now: not expired, and sent to the number that the user has now. */
function liveCode(ports: Ports, { phoneNumber }: Situation): StoredCode | undefined {
  const stored = ports.findCode({ purpose });
  return stored !== null && stored.destination === phoneNumber && isLive(stored, ports.now()) ? stored : undefined;
}

function sendUnlessLive(ports: Ports, situation: Situation): 'accepted' | MessageKey {
  const { policy, phoneNumber } = situation;
  if (phoneNumber === undefined) throw new Error('SMS_MFA without a phone number');
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
  switch (ports.sendCode({ purpose, message: policy.smsAuthenticationMessage })) {
    case 'accepted':
      return 'accepted';
    case 'unknown':
      return 'lifeguardSmsSlow';
    case 'refused': {
      const unsent = ports.findCode({ purpose });
      if (unsent !== null) ports.discardCode({ purpose, id: unsent.id });
      return 'lifeguardSmsNotSent';
    }
  }
}

function page(
  situation: Situation,
  extra: Pick<SmsCodePage, 'message' | 'messageParameters' | 'notice' | 'wrongCode'>,
): SignInStep {
  return {
    kind: 'page',
    page: 'sms-code',
    state: situation.state,
    destination: maskPhoneNumber(situation.phoneNumber ?? ''),
    digits: SMS_CODE.digits,
    otherFactors: situation.factors.length > 1,
    ...extra,
  };
}
