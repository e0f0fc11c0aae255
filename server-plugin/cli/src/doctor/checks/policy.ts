import { poolFactors } from '@lifeguard/shared/mfa';
import { lifeguard } from '../commands.ts';
import { type Check, ok, problem, warning } from '../finding.ts';

export const policy: Check = ({ policy: result, realm }) => {
  const set = (...options: readonly string[]): string => lifeguard(['policy', 'set'], realm, ...options);
  if (!result.ok) {
    const problems = result.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
    return problem(`The policy can't be read, so every sign-in is denied. ${problems}`, `${set()} with a valid value`);
  }
  const { mfaConfiguration } = result.policy;
  if (mfaConfiguration === 'OFF') {
    return warning('MFA is OFF: nobody is asked for a second factor, authenticator apps included.', set('--mfa', 'ON'));
  }
  return ok(`MFA is ${mfaConfiguration} with ${poolFactors(result.policy).join(' and ')}.`);
};
