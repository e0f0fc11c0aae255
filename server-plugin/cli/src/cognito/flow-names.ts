import { AUTH_FLOWS, type AuthFlow } from '@lifeguard/shared/cognito';
import { OperatorError } from '../operator-error.ts';

/** Flows that this API has; the short names are those that the command shows. */
const OFFERED: Readonly<Record<string, AuthFlow>> = {
  'user-password': 'ALLOW_USER_PASSWORD_AUTH',
  'user-srp': 'ALLOW_USER_SRP_AUTH',
  'admin-user-password': 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  refresh: 'ALLOW_REFRESH_TOKEN_AUTH',
};

export const FLOW_NAMES = Object.keys(OFFERED);

/**
 * Reads a list of flows, by their short names or by AWS's own.
 * @throws {OperatorError} usage
 */
export function readFlows(text: string): readonly AuthFlow[] {
  const flows = text.split(',').map((word) => readFlow(word.trim()));
  return AUTH_FLOWS.filter((flow) => flows.includes(flow));
}

function readFlow(word: string): AuthFlow {
  const named = Object.entries(OFFERED).find(([short, flow]) => short === word || flow === word);
  if (named !== undefined) return named[1];
  throw new OperatorError('usage', `--flow takes ${FLOW_NAMES.join(', ')}, several of them separated by commas.`);
}

/** `user-password`; a flow of Cognito that this API does not have keeps AWS's name. */
export function flowName(flow: AuthFlow): string {
  return FLOW_NAMES.find((name) => OFFERED[name] === flow) ?? flow;
}
