import { isMfaFactor } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { refuse } from '../refusal.ts';
import { goOnToSetUp } from '../set-up/go-on-to-set-up.ts';
import { type Demand, demandOf, type SetUpDemand, type SignInContext, type Situation } from './demand.ts';
import { factorPassed } from './factor-passed.ts';
import { hasPages } from './entry.ts';
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
  /** The factor to set up; empty to do it another time. */
  readonly setUp?: string;
}

/** The step after the first factor. It runs again at every reload and changes nothing by that. */
export function startSignIn(context: SignInContext, ports: Ports): SignInStep {
  const barrier = barrierOf(context, ports);
  if (barrier !== undefined) return barrier;
  // Whoever linked the account of an identity provider was asked a moment ago, in the flow before.
  if (context.entry === 'identity-provider' && context.passed !== undefined) {
    return factorPassed(context.passed);
  }
  const demand = demandOf(ports, context);
  return demand.kind === 'answer' ? ask(ports, demand.situation) : stepFor(demand, context, ports);
}

/** The answer to a page. A locked user gets neither a check nor a message. */
export function answerSignIn(
  { form, ...context }: SignInContext & { readonly form: SignInForm },
  ports: Ports,
): SignInStep {
  const barrier = barrierOf(context, ports);
  if (barrier !== undefined) return barrier;
  const state = form.factor === undefined ? context.state : chosen(form.factor);
  const demand = demandOf(ports, { ...context, state });
  if (demand.kind === 'set-up' && form.setUp !== undefined) return setUp(demand, form.setUp, context, ports);
  if (demand.kind !== 'answer') return stepFor(demand, context, ports);
  const { situation } = demand;
  if (form.resend !== undefined && situation.factor === 'SMS_MFA') return resendSmsCode(ports, situation);
  if (form.code === undefined) return ask(ports, situation);
  // On pages the choice is an answer of its own; elsewhere one request names the factor and brings its code.
  if (form.factor !== undefined && hasPages(context.entry)) return ask(ports, situation);

  switch (situation.factor) {
    case 'SMS_MFA':
      return answerSmsCode(ports, situation, form.code);
    case 'SOFTWARE_TOKEN_MFA':
      return answerSoftwareToken(ports, situation, { ...form, code: form.code });
    default:
      return ask(ports, situation);
  }
}

/** A sign-in during which the user was locked is over, also when the lock is lifted: guessing does not simply go on. */
function barrierOf({ state }: SignInContext, ports: Ports): SignInStep | undefined {
  if (ports.isLocked()) {
    return { ...refuse('user_locked', 'lifeguardLocked'), state: { wasLocked: true } };
  }
  return state.wasLocked === true ? { kind: 'restart' } : undefined;
}

function stepFor(
  demand: Exclude<Demand, { readonly kind: 'answer' }>,
  context: SignInContext,
  ports: Ports,
): SignInStep {
  switch (demand.kind) {
    case 'nothing':
      return { kind: 'done' };
    case 'set-up': {
      const { factors, postponableUntil } = demand;
      const [only] = factors;
      if (!hasPages(context.entry)) {
        if (postponableUntil !== undefined) return { kind: 'done' };
        return refuse('set_up_needs_pages', 'lifeguardSetUpNeedsPages');
      }
      if (postponableUntil === undefined && factors.length === 1 && only !== undefined) {
        return setUp(demand, only, context, ports);
      }
      return {
        kind: 'page',
        page: 'set-up',
        state: context.state,
        factors,
        ...(postponableUntil === undefined ? {} : { postponableUntil }),
      };
    }
    case 'no-factor':
      return refuse(demand.error, 'lifeguardNoFactor');
    case 'unreadable-policy': {
      const problems = demand.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
      return refuse(`policy_unreadable ${problems}`, 'lifeguardUnavailable');
    }
  }
}

function setUp(demand: SetUpDemand, wanted: string, context: SignInContext, ports: Ports): SignInStep {
  if (!hasPages(context.entry)) return stepFor(demand, context, ports);
  if (wanted === '' && demand.postponableUntil !== undefined) return { kind: 'done' };
  const factor = demand.factors.find((candidate) => candidate === wanted);
  return factor === undefined ? stepFor(demand, context, ports) : goOnToSetUp(ports, factor);
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
  return isMfaFactor(factor) ? { chosen: factor } : { isChoosing: true };
}
