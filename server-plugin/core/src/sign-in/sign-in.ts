import { isMfaFactor } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { type Situation, situationOf } from './situation.ts';
import { answerSmsCode, askForSmsCode } from './sms-code.ts';
import { answerSoftwareToken, askForSoftwareToken } from './software-token.ts';
import type { SignInState, SignInStep } from './step.ts';

/** What a person posted. A field that was not posted is absent: a GET on the form's address posts nothing. */
export interface SignInForm {
  readonly code?: string;
  readonly credentialId?: string;
  /** The factor that was chosen; empty to go back to the choice. */
  readonly factor?: string;
}

const locked: SignInStep = { kind: 'refusal', reason: 'user_locked', message: 'lifeguardLocked' };

/** The step after the password. It runs again at every reload and changes nothing by that. */
export function startSignIn({ state }: { readonly state: SignInState }, ports: Ports): SignInStep {
  if (ports.isLocked()) return locked;
  const result = situationOf(ports, state);
  return result.ended ? result.step : ask(ports, result.situation);
}

/** The answer to a page. A locked user gets neither a check nor a message. */
export function answerSignIn(
  { state, form }: { readonly state: SignInState; readonly form: SignInForm },
  ports: Ports,
): SignInStep {
  if (ports.isLocked()) return locked;
  const result = situationOf(ports, form.factor === undefined ? state : chosen(form.factor));
  if (result.ended) return result.step;
  const { situation } = result;
  if (form.factor !== undefined || form.code === undefined) return ask(ports, situation);

  switch (situation.factor) {
    case 'SMS_MFA':
      return answerSmsCode(ports, situation, form.code);
    case 'SOFTWARE_TOKEN_MFA':
      return answerSoftwareToken(ports, situation, { ...form, code: form.code });
    default:
      return ask(ports, situation);
  }
}

function ask(ports: Ports, situation: Situation): SignInStep {
  switch (situation.factor) {
    case 'SMS_MFA':
      return askForSmsCode(ports, situation);
    case 'SOFTWARE_TOKEN_MFA':
      return askForSoftwareToken(situation);
    default:
      return { kind: 'page', page: 'select-factor', state: situation.state, factors: situation.factors };
  }
}

function chosen(factor: string): SignInState {
  return isMfaFactor(factor) ? { chosen: factor } : {};
}
