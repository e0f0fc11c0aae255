import { isFillableOrigin } from './fillable-origin.ts';
import { isSameOwner } from './registrable-domain.ts';

export interface Binding {
  readonly origins: readonly string[];
  readonly coversDomains: boolean;
}

/** Whether an account may be filled at an origin: an exact one, or, where the user says so, any of the same domain. */
export function isBoundTo({ origins, coversDomains }: Binding, origin: string): boolean {
  if (!isFillableOrigin(origin)) return false;
  return origins.includes(origin) || (coversDomains && origins.some((bound) => isSameOwner(bound, origin)));
}
