import type { MfaFactor } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { demandOf } from '../sign-in/demand.ts';
import type { Entry } from '../sign-in/entry.ts';

/** What the session has proven beside the password. */
export interface SessionProof {
  /** Whether this is a sign-in in which the password alone was proven, and which goes on to a set-up. */
  readonly afterPassword: boolean;
  /** The way by which that sign-in came; absent for the usual one. */
  readonly entry?: Entry;
  /** The factor that was proven; absent or null when none was. */
  readonly passedFactor?: string | null;
}

/**
 * Whether a session has proven all that a sign-in would ask for at this moment. One that is older than the policy, or than the user's
 * factor, has not: the password alone must not be enough to change what stands beside it.
 */
export function hasProvenFactor(ports: Ports, { passedFactor }: SessionProof): boolean {
  const { kind } = demandOf(ports, { state: {} });
  if (kind === 'unreadable-policy') return false;
  return kind !== 'answer' || (passedFactor !== undefined && passedFactor !== null);
}

/** Whether a sign-in in which the password alone was proven still demands that the user sets this factor up. */
export function isSetUpDemanded(ports: Ports, { entry }: SessionProof, factor: MfaFactor): boolean {
  const demand = demandOf(ports, { state: {}, ...(entry === undefined ? {} : { entry }) });
  return demand.kind === 'set-up' && demand.factors.includes(factor);
}
