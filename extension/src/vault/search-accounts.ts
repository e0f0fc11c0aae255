import { accountName } from '../account-name.ts';
import type { Account } from './account.ts';

/** Finds accounts by words, in the order that people look for them. */
export interface AccountSearch {
  /** Those that have every word of the query in their names, sites or tags; all of them for the empty query. */
  find(query: string): readonly Account[];
}

interface SearchOrder {
  /** When each account was used last, in Unix milliseconds, by id. */
  readonly usedAtInMillis: Readonly<Record<string, number>>;
  /** Of the names, as BCP 47 has it. */
  readonly language: string;
}

/** Sorts once what is searched with every key: those used of late first, the rest by name. */
export function searchAccounts(accounts: readonly Account[], { usedAtInMillis, language }: SearchOrder): AccountSearch {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const entries = accounts
    .map((account) => {
      const { id, issuer, account: holder, origins, tags } = account;
      const words = fold([issuer, holder, ...origins, ...tags].join(' '));
      return { account, title: accountName(issuer, holder), words, usedAtInMillis: usedAtInMillis[id] ?? 0 };
    })
    .toSorted((one, other) => other.usedAtInMillis - one.usedAtInMillis || collator.compare(one.title, other.title));
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
