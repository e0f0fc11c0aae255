import { type FormerCover, NOTHING_ALLOWED } from '../account-bindings.ts';
import { domainsOf } from '../site/registrable-domain.ts';
import type { Account } from './account.ts';

/** What was not there from the beginning. */
const ADDED = { ...NOTHING_ALLOWED, tags: [], recoveryCodes: [], formerKeys: [] } as const satisfies Partial<Account>;

/** What any format of the vault keeps of an account, and what may have come later. */
type AccountOfAnyFormat = Omit<Account, keyof typeof ADDED> & Partial<Account> & FormerCover;

/**
 * Takes an account as any format so far has it: format 2 adds what the user allows, which was nothing before; format 3 names the domains
 * that are covered. Tags, recovery codes and former keys came without a format of their own, because a version that knows none keeps them.
 */
export function upgradeAccount({ coversDomains = false, ...stored }: AccountOfAnyFormat): Account {
  return { ...ADDED, ...stored, coveredDomains: coveredDomainsOf({ ...stored, coversDomains }) };
}

/** The covered domains of an account as any format, or a backup, has it: of its own origins alone. */
export function coveredDomainsOf({
  origins,
  coveredDomains,
  coversDomains = false,
}: Pick<Account, 'origins'> & Partial<Pick<Account, 'coveredDomains'>> & FormerCover): readonly string[] {
  if (coveredDomains === undefined) return coversDomains ? domainsOf(origins) : [];
  return coveredDomains.length === 0 ? [] : domainsOf(origins).filter((domain) => coveredDomains.includes(domain));
}
