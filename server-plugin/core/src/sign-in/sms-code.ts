import { maskPhoneNumber, SMS_CODE } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { askForCode, checkCode, repeatCode, RESEND, type SmsChallenge, type SmsNote } from '../sms/sms-challenge.ts';
import type { Situation } from './demand.ts';
import { factorPassed } from './factor-passed.ts';
import type { SignInStep } from './step.ts';

export function askForSmsCode(ports: Ports, situation: Situation): SignInStep {
  return page(situation, askForCode(ports, challengeOf(situation)));
}

/** Whoever answers rightly has the phone: its number counts as verified from then on. */
export function answerSmsCode(ports: Ports, situation: Situation, answer: string): SignInStep {
  const checked = checkCode(ports, challengeOf(situation), answer);
  if (checked.kind === 'ask-again') return page(situation, checked.note);
  ports.setPhoneNumberVerified();
  ports.listPhoneFactor({ label: maskPhoneNumber(situation.phoneNumber ?? '') });
  return factorPassed('SMS_MFA');
}

export function resendSmsCode(ports: Ports, situation: Situation): SignInStep {
  return page(situation, repeatCode(ports, challengeOf(situation)));
}

function challengeOf({ policy, phoneNumber }: Situation): SmsChallenge {
  if (phoneNumber === undefined) throw new Error('SMS_MFA without a phone number');
  return { purpose: 'sign-in', policy, phoneNumber };
}

function page({ state, phoneNumber = '', factors }: Situation, note: SmsNote): SignInStep {
  return {
    kind: 'page',
    page: 'sms-code',
    state,
    destination: maskPhoneNumber(phoneNumber),
    digits: SMS_CODE.digits,
    resend: RESEND,
    otherFactors: factors.length > 1,
    ...note,
  };
}
