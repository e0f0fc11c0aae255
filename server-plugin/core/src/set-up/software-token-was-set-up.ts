import type { Ports } from '../ports.ts';
import { type FactorPassed, factorPassed } from '../sign-in/factor-passed.ts';
import { enableFactor } from '../settings/enable-factor.ts';

/**
 * After a user has registered an authenticator: it is asked for from now on, and the one that it replaces is worth nothing more. The new one
 * has shown a right code, so the session has passed a factor.
 * @param input `replaces` is the id of the old token; absent or null when it is kept
 */
export function softwareTokenWasSetUp({ replaces }: { readonly replaces?: string | null }, ports: Ports): FactorPassed {
  if (replaces !== undefined && replaces !== null) ports.removeSoftwareToken({ id: replaces });
  enableFactor(ports, 'SOFTWARE_TOKEN_MFA');
  return factorPassed('SOFTWARE_TOKEN_MFA');
}
