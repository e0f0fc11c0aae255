import { isMfaFactor } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { type Demand, demandOf, type Situation } from './demand.ts';
import { answerSmsCode, askForSmsCode, resendSmsCode } from './sms-code.ts';
import { answerSoftwareToken, askForSoftwareToken } from './software-token.ts';
import type { SignInState, SignInStep } from './step.ts';

/** What a person posted. A field that was not posted is absent: a GET on the form's address posts nothing. */
export interface SignInForm {
  readonly code?: string;
  readonly credentialId?: string;
  /** The factor that was chosen; empty to go back to the choice. */
  readonly factor?: string;
  /** Present when the text is asked for once more. */
  readonly resend?: string;
}

const locked: SignInStep = { kind: 'refusal', reason: 'user_locked', message: 'lifeguardLocked' };

/** The step after the password. It runs again at every reload and changes nothing by that. */
export function startSignIn({ state }: { readonly state: SignInState }, ports: Ports): SignInStep {
  if (ports.isLocked()) return locked;
  const demand = demandOf(ports, state);
  return demand.kind === 'answer' ? ask(ports, demand.situation) : stepFor(demand, ports);
}

/** The answer to a page. A locked user gets neither a check nor a message. */
export function answerSignIn(
  { state, form }: { readonly state: SignInState; readonly form: SignInForm },
  ports: Ports,
): SignInStep {
  if (ports.isLocked()) return locked;
  const demand = demandOf(ports, form.factor === undefined ? state : chosen(form.factor));
  if (demand.kind !== 'answer') return stepFor(demand, ports);
  const { situation } = demand;
  if (form.resend !== undefined && situation.factor === 'SMS_MFA') return resendSmsCode(ports, situation);
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

function stepFor(demand: Exclude<Demand, { readonly kind: 'answer' }>, ports: Ports): SignInStep {
  switch (demand.kind) {
    case 'nothing':
      return { kind: 'done' };
    case 'set-up':
      return ports.requireAction({ action: 'CONFIGURE_TOTP' })
        ? { kind: 'setup', action: 'CONFIGURE_TOTP' }
        : { kind: 'refusal', reason: 'CONFIGURE_TOTP_disabled', message: 'lifeguardSetupUnavailable' };
    case 'no-factor':
      return { kind: 'refusal', reason: demand.error, message: 'lifeguardNoFactor' };
    case 'unreadable-policy': {
      const problems = demand.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
      return { kind: 'refusal', reason: `policy_unreadable ${problems}`, message: 'lifeguardUnavailable' };
    }
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
