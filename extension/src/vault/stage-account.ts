import { type Account, isSameEnrolment } from './account.ts';

type Accounts = readonly Account[];

/**
 * Adds an account that a site shows but has not accepted yet. One that waits for the same site, issuer and name is
 * replaced under its id: sites hand out a new secret when an enrolment was given up.
 */
export function stageAccount(accounts: Accounts, staged: Account): { accounts: Accounts; id: string } {
  const waiting = accounts.find((account) => account.state === 'staged' && isSameEnrolment(account, staged));
  if (waiting === undefined) return { accounts: [...accounts, staged], id: staged.id };
  const recoveryCodes = newestCodes(staged, waiting);
  const replaced = { ...staged, id: waiting.id, tags: waiting.tags, recoveryCodes };
  return { accounts: accounts.map((account) => (account === waiting ? replaced : account)), id: waiting.id };
}

/**
 * Makes a staged account active. The active one that it renews, for the same site, issuer and name, goes; its tags, its recovery
 * codes and what the user has allowed it stay.
 */
export function commitAccount(accounts: Accounts, id: string): Accounts {
  const staged = accounts.find((account) => account.id === id && account.state === 'staged');
  if (staged === undefined) return accounts;
  const renewed = accounts.filter((account) => account.state === 'active' && isSameEnrolment(account, staged));
  const active = renewed.reduce(withAllowed, { ...staged, state: 'active' });
  return accounts
    .filter((account) => !renewed.includes(account))
    .map((account) => (account === staged ? active : account));
}

function withAllowed(account: Account, renewed: Account): Account {
  const { tags, origins, coversDomains, frames, submitsAt, fields } = renewed;
  return {
    ...account,
    tags: [...new Set([...tags, ...account.tags])],
    recoveryCodes: newestCodes(account, renewed),
    origins: [...new Set([...account.origins, ...origins])],
    coversDomains,
    frames,
    submitsAt,
    fields,
  };
}

/** A site's new recovery codes put an end to the old ones. */
function newestCodes(account: Account, before: Account): Account['recoveryCodes'] {
  return account.recoveryCodes.length > 0 ? account.recoveryCodes : before.recoveryCodes;
}
