import { accountName } from '../account-name.ts';
import type { AccountDescription } from '../messages.ts';

/** Finds accounts by words, in the order that people look for them. */
export interface AccountSearch {
  /** Those that have every word of the query in their names, sites or tags; all of them for the empty query. */
  find(query: string): readonly AccountDescription[];
}

/** Sorts once what is searched with every key: those used of late first, the rest by name. */
export function searchAccounts(accounts: readonly AccountDescription[], language: string): AccountSearch {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const entries = accounts
    .map((account) => {
      const { issuer, account: holder, origins, tags } = account;
      return {
        account,
        title: accountName(issuer, holder),
        words: fold([issuer, holder, ...origins, ...tags].join(' ')),
      };
    })
    .toSorted(
      (one, other) =>
        (other.account.lastUsedAtInMillis ?? 0) - (one.account.lastUsedAtInMillis ?? 0) ||
        collator.compare(one.title, other.title),
    );
  return {
    find(query) {
      const wanted = fold(query).split(/\s+/);
      return entries.filter(({ words }) => wanted.every((word) => words.includes(word))).map(({ account }) => account);
    },
  };
}

/** Without case and accents, which keyboards are short of. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
