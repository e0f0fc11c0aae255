import { poolFactors } from '@lifeguard/shared/mfa';
import { type Check, ok, problem, warning } from '../finding.ts';

export const policy: Check = ({ policy: result, realm }) => {
  const set = `lifeguard policy set --realm ${realm.realm}`;
  if (!result.ok) {
    const problems = result.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
    return problem(`The policy can't be read, so every sign-in is denied. ${problems}`, `${set} with a valid value`);
  }
  const { mfaConfiguration } = result.policy;
  if (mfaConfiguration === 'OFF') {
    return warning('MFA is OFF: nobody is asked for a second factor, authenticator apps included.', `${set} --mfa ON`);
  }
  return ok(`MFA is ${mfaConfiguration} with ${poolFactors(result.policy).join(' and ')}.`);
};
