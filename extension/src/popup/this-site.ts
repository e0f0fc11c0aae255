import type { AccountDescription } from '../messages/account-views-api.ts';
import type { PageDescription } from '../messages/tab-api.ts';

/** Where a code would go: the origin of the field, which may stand in a frame of another site. */
export function siteOf(page: PageDescription | undefined): string | undefined {
  return page?.fieldOrigin ?? page?.origin;
}

/** The accounts of this site, the one that the page shows first. */
export function accountsAt(
  page: PageDescription | undefined,
  accounts: readonly AccountDescription[],
): readonly AccountDescription[] {
  const ids = page?.accountIds ?? [];
  return ids.flatMap((id) => accounts.filter((account) => account.id === id));
}
