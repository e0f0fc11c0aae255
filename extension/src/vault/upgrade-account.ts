import { type Account, NOTHING_ALLOWED } from './account.ts';

/** What format 1 of the vault keeps of an account. */
type StoredAccount = Omit<Account, keyof typeof NOTHING_ALLOWED> & Partial<Account>;

/** Takes an account as any format so far has it: format 2 adds what the user allows, which was nothing before. */
export function upgradeAccount(stored: StoredAccount): Account {
  return { ...NOTHING_ALLOWED, ...stored };
}
