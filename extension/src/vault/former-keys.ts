import { type FormerKey, MAX_FORMER_KEYS } from '../enrol/former-key.ts';
import type { Account } from './account.ts';

interface Replaced {
  readonly before: Account;
  readonly replacedAtInMillis: number;
}

/** What an account keeps of the keys before its own when it takes the place of another: no key twice, the newest first. */
export function formerKeysOf(account: Account, { before, replacedAtInMillis }: Replaced): readonly FormerKey[] {
  const known = new Set([account.secretBase32]);
  return [...account.formerKeys, { ...keyOf(before), replacedAtInMillis }, ...before.formerKeys]
    .filter(({ secretBase32 }) => !known.has(secretBase32) && known.add(secretBase32))
    .toSorted((one, other) => other.replacedAtInMillis - one.replacedAtInMillis)
    .slice(0, MAX_FORMER_KEYS);
}

interface TurnBack {
  /** Tells the key that is to be in use again. */
  readonly replacedAtInMillis: number;
  readonly nowInMillis: number;
  /** A backup that was saved before does not hold the account with this key. */
  readonly newId: string;
}

/** An account with a former key in use again; that of now becomes a former one. Unchanged where there is no such key. */
export function withFormerKey(account: Account, { replacedAtInMillis, nowInMillis, newId }: TurnBack): Account {
  const former = account.formerKeys.find((key) => key.replacedAtInMillis === replacedAtInMillis);
  if (former === undefined) return account;
  const back = { ...account, ...keyOf(former), id: newId };
  return { ...back, formerKeys: formerKeysOf(back, { before: account, replacedAtInMillis: nowInMillis }) };
}

function keyOf({ type, secretBase32, algorithm, digits, periodInSeconds }: Omit<FormerKey, 'replacedAtInMillis'>) {
  return { type, secretBase32, algorithm, digits, periodInSeconds };
}
