import { type Check, ok } from '../finding.ts';

/** Looks for ways round the second factor only where the pool asks for one; a policy that can't be read is no reason to stop looking. */
export function whenAsked(check: Check): Check {
  return (facts) => {
    const isOff = facts.policy.ok && facts.policy.policy.mfaConfiguration === 'OFF';
    return isOff ? ok('Not looked at while MFA is OFF.') : check(facts);
  };
}
