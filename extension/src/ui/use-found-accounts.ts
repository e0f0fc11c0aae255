import { useEffect, useState } from 'preact/hooks';
import type { AccountQuery, FoundAccounts } from '../messages/account-views-api.ts';
import { ask } from './ask.ts';

const NOTHING_YET: FoundAccounts = { accounts: [], found: Number.NaN, tags: [] };

/**
 * The accounts that fit a query; until the answer is there, those of the query before.
 * @param revision counts up when the vault is read anew, which asks again
 */
export function useFoundAccounts(query: AccountQuery, revision: number, onLocked: () => void): FoundAccounts {
  const [found, setFound] = useState(NOTHING_YET);
  useEffect(() => {
    let isLatest = true;
    void ask('findAccounts', query).then((answer) => {
      // An answer that comes late is one to an older question.
      if (!isLatest) return;
      if (answer.ok) setFound(answer);
      else onLocked();
    });
    return () => {
      isLatest = false;
    };
  }, [JSON.stringify(query), revision]);
  return found;
}
