import type { AccountNames } from '../account-name.ts';
import { siteNameOf } from '../site/site-name.ts';
import { type Account, isSameNames, namesAtSite } from './account.ts';

/** An enrolment at a site, and what the vault holds already. */
export interface EnrolmentPlace {
  /** What the page calls the account; the empty text for what it does not say. */
  readonly found: AccountNames;
  readonly origin: string;
  readonly accounts: readonly Account[];
}

/** The names to begin with: those of the account that the enrolment renews, or those of the page, with the host for a missing issuer. */
export function offerNames({ found, origin, accounts }: EnrolmentPlace): AccountNames & { renews: string | undefined } {
  // Those of pools are not known by names.
  const here = accounts.filter(({ origins, pool }) => pool === undefined && origins.includes(origin));
  const waiting = here.find((account) => account.state === 'staged' && isFound(account, found));
  // Of a page that does not say whose account it is nobody knows whether it renews one.
  const renewed = waiting ?? (found.account === '' ? undefined : here.find((account) => isFound(account, found)));
  if (renewed !== undefined) return { issuer: renewed.issuer, account: renewed.account, renews: renewed.id };
  return { issuer: found.issuer || siteNameOf(origin), account: found.account, renews: undefined };
}

/**
 * What an enrolment is known by when it comes again. Where a page does not say whose account it is, or says the same to everybody, the
 * user's word tells one from another: two people's accounts at one site must not replace each other.
 */
export function namesToKnowBy(place: EnrolmentPlace, chosen: AccountNames): AccountNames {
  const { found, origin, accounts } = place;
  const offered = offerNames(place);
  const isTheOneOffered = offered.renews === undefined || chosen.account === offered.account;
  if (found.account !== '' && isTheOneOffered) return found;
  const known = accounts.find(
    (account) =>
      account.origins.includes(origin) &&
      account.account === chosen.account &&
      namesAtSite(account).issuer === found.issuer,
  );
  return known === undefined ? { issuer: found.issuer, account: chosen.account } : namesAtSite(known);
}

function isFound(account: Account, found: AccountNames): boolean {
  const names = namesAtSite(account);
  return isSameNames({ ...names, account: found.account && names.account }, found);
}
