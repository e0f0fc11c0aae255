import { maskPhoneNumber } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import type { Situation } from './demand.ts';
import { factorPassed } from './factor-passed.ts';
import type { SignInStep, SoftwareTokenPage } from './step.ts';
import { takeGuess } from './guess.ts';

const CODE = /^[0-9]{6,8}$/;

export function askForSoftwareToken(situation: Situation): SignInStep {
  return page(situation, {});
}

/** Keycloak checks the code and refuses a replay; the places bound how many guesses it has to look at. */
export function answerSoftwareToken(
  ports: Ports,
  situation: Situation,
  answer: { readonly code: string; readonly credentialId?: string },
): SignInStep {
  const code = answer.code.replace(/\s/g, '');
  if (!CODE.test(code)) return page(situation, { message: 'lifeguardTokenCodeWrong' });

  const guess = takeGuess(ports, 'software-token');
  if (guess === undefined) return page(situation, { message: 'lifeguardTooManyAttempts' });

  if (!ports.checkSoftwareToken({ ...answer, code })) {
    return page(situation, { message: 'lifeguardTokenCodeWrong', wrongCode: true });
  }
  guess.giveBack();
  const { factors, phoneNumber = '' } = situation;
  ports.listPhoneFactor({ label: factors.includes('SMS_MFA') ? maskPhoneNumber(phoneNumber) : null });
  return factorPassed('SOFTWARE_TOKEN_MFA');
}

function page(situation: Situation, extra: Pick<SoftwareTokenPage, 'message' | 'wrongCode'>): SignInStep {
  return {
    kind: 'page',
    page: 'software-token',
    state: situation.state,
    otherFactors: situation.factors.length > 1,
    ...extra,
  };
}
