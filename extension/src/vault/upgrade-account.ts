import { NOTHING_ALLOWED } from '../account-bindings.ts';
import type { Account } from './account.ts';

/** What was not there from the beginning. */
const ADDED = { ...NOTHING_ALLOWED, tags: [], recoveryCodes: [], formerKeys: [] } as const satisfies Partial<Account>;

/** What format 1 of the vault keeps of an account, and what may have come later. */
type AccountOfAnyFormat = Omit<Account, keyof typeof ADDED> & Partial<Account>;

/**
 * Takes an account as any format so far has it: format 2 adds what the user allows, which was nothing before; tags, recovery codes and former keys
 * came later without a format of their own, because a version that knows none keeps them.
 */
export function upgradeAccount(stored: AccountOfAnyFormat): Account {
  return { ...ADDED, ...stored };
}
