import { useState } from 'preact/hooks';
import type { Status } from '../ui/status-line.tsx';
import { text } from '../ui/text.ts';
import { useFoundAccounts } from '../ui/use-found-accounts.ts';
import { AccountSites } from './account-sites.tsx';

interface Props {
  /** Another object after each change. */
  readonly view: object;
  readonly total: number;
  readonly tell: (status: Status) => Promise<void>;
  readonly onLocked: () => void;
}

/** As many as anybody looks through; the search finds the rest. */
const SHOWN_AT_ONCE = 20;

/** Where each account is filled. */
export function Sites({ view, total, tell, onLocked }: Props) {
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { accounts, found } = useFoundAccounts({ query, limit }, view, onLocked);
  return (
    <section class="card" aria-labelledby="sites">
      <h2 id="sites">{text('sites')}</h2>
      <p>{text('sitesText')}</p>
      {total > SHOWN_AT_ONCE && (
        <input
          type="search"
          aria-label={text('search')}
          placeholder={text('search')}
          autocomplete="off"
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setLimit(SHOWN_AT_ONCE);
          }}
        />
      )}
      {accounts.map((account) => (
        <AccountSites key={account.id} account={account} tell={tell} />
      ))}
      {found > accounts.length && (
        <button type="button" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          {text('showMore', String(found - accounts.length))}
        </button>
      )}
    </section>
  );
}
