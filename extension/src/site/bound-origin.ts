import { isFillableOrigin } from './fillable-origin.ts';
import { domainOf, isSameOwner } from './registrable-domain.ts';

export interface Binding {
  readonly origins: readonly string[];
  readonly coveredDomains: readonly string[];
}

/** Whether an account may be filled at an origin: an exact one, or, where the user says so of the domain, any of the same owner. */
export function isBoundTo({ origins, coveredDomains }: Binding, origin: string): boolean {
  if (!isFillableOrigin(origin)) return false;
  if (origins.includes(origin)) return true;
  const domain = coveredDomains.length === 0 ? undefined : domainOf(origin);
  return domain !== undefined && coveredDomains.includes(domain) && origins.some((bound) => isSameOwner(bound, origin));
}
