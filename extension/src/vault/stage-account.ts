import { type Account, isSameEnrolment, isSameKeyAtSite } from './account.ts';
import { formerKeysOf, withFormerKey } from './former-keys.ts';

type Accounts = readonly Account[];

interface Others {
  /** Accounts whose form stands filled in another tab: each keeps the key that was given to its page. */
  readonly begunElsewhere: readonly string[];
}

/**
 * Adds an account that a site shows but has not accepted yet. One that waits for the same enrolment is replaced: sites hand out a
 * new secret when an enrolment was given up. The key before is kept, because the site may have accepted it unseen. An account with
 * another key has another id: a backup of the one before does not hold it.
 */
export function stageAccount(
  accounts: Accounts,
  staged: Account,
  { begunElsewhere }: Others,
): { accounts: Accounts; id: string } {
  const waiting = accounts.filter(({ state }) => state === 'staged');
  const replaced =
    waiting.find((account) => isSameKeyAtSite(account, staged)) ??
    waiting.find((account) => isSameEnrolment(account, staged) && !begunElsewhere.includes(account.id));
  if (replaced === undefined) return { accounts: [...accounts, staged], id: staged.id };
  const next = {
    ...staged,
    id: replaced.secretBase32 === staged.secretBase32 ? replaced.id : staged.id,
    tags: replaced.tags,
    recoveryCodes: newestCodes(staged, replaced),
    formerKeys: formerKeysOf(staged, { before: replaced, replacedAtInMillis: staged.createdAtInMillis }),
  };
  return { accounts: accounts.map((account) => (account === replaced ? next : account)), id: next.id };
}

/**
 * Makes a staged account active. What else is there of the same enrolment goes: the active account that it renews, of which tags,
 * recovery codes and what the user has allowed stay, and attempts that were given up. Their keys are kept with it.
 */
export function commitAccount(
  accounts: Accounts,
  id: string,
  { begunElsewhere, nowInMillis }: Others & { readonly nowInMillis: number },
): Accounts {
  const staged = accounts.find((account) => account.id === id && account.state === 'staged');
  if (staged === undefined) return accounts;
  const replaced = accounts.filter(
    (account) => account !== staged && isSameEnrolment(account, staged) && !begunElsewhere.includes(account.id),
  );
  const active = replaced.reduce<Account>(
    (account, before) => ({
      ...(before.state === 'active' ? withAllowed(account, before) : account),
      formerKeys: formerKeysOf(account, { before, replacedAtInMillis: nowInMillis }),
    }),
    { ...staged, state: 'active' },
  );
  return accounts
    .filter((account) => !replaced.includes(account))
    .map((account) => (account === staged ? active : account));
}

/** Takes back an attempt that was refused for certain. An account that had waited in its place waits again. */
export function withdrawStaged(
  accounts: Accounts,
  secretBase32: string,
  moment: { readonly nowInMillis: number; readonly newId: string },
): Accounts {
  return accounts.flatMap((account) => {
    if (account.state !== 'staged' || account.secretBase32 !== secretBase32) return [account];
    const [before] = account.formerKeys;
    if (before === undefined) return [];
    const { formerKeys, ...back } = withFormerKey(account, {
      ...moment,
      replacedAtInMillis: before.replacedAtInMillis,
    });
    return [{ ...back, formerKeys: formerKeys.filter((key) => key.secretBase32 !== secretBase32) }];
  });
}

function withAllowed(account: Account, renewed: Account): Account {
  const { tags, origins, coveredDomains, frames, submitsAt, fields } = renewed;
  return {
    ...account,
    tags: [...new Set([...tags, ...account.tags])],
    recoveryCodes: newestCodes(account, renewed),
    origins: [...new Set([...account.origins, ...origins])],
    coveredDomains,
    frames,
    submitsAt,
    fields,
  };
}

/** A site's new recovery codes put an end to the old ones. */
function newestCodes(account: Account, before: Account): Account['recoveryCodes'] {
  return account.recoveryCodes.length > 0 ? account.recoveryCodes : before.recoveryCodes;
}
