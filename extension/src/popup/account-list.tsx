import { useState } from 'preact/hooks';
import type { AccountDescription } from '../messages.ts';
import { accountTitle } from '../ui/account-title.ts';
import { text } from '../ui/text.ts';
import { AccountRow } from './account-row.tsx';
import { accountsAt } from './this-site.ts';
import type { ViewProps } from './view-props.ts';

/** The accounts that are not of this site, by name, with a search over all of them. */
export function AccountList(props: ViewProps) {
  const { accounts, page } = props.view;
  const [query, setQuery] = useState('');
  if (accounts.length === 0) return page?.setUp === undefined ? <EmptyVault /> : null;

  const bound = accountsAt(page, accounts);
  if (bound.length === accounts.length) return null;
  const shown = (query === '' ? accounts.filter((account) => !bound.includes(account)) : accounts)
    .filter((account) => isMatch(account, query))
    .toSorted((one, other) => accountTitle(one).localeCompare(accountTitle(other)));
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{text(bound.length === 0 ? 'accounts' : 'otherAccounts')}</h2>
      <input
        id="search"
        type="search"
        aria-label={text('search')}
        placeholder={text('search')}
        autocomplete="off"
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {query !== '' && shown.length === 0 && <p class="hint">{text('noMatch', query)}</p>}
      <ul class="accounts">
        {shown.map((account) => (
          <AccountRow key={account.id} account={account} {...props} />
        ))}
      </ul>
    </section>
  );
}

function EmptyVault() {
  return (
    <section class="empty">
      <img src="/icons/lifeguard.svg" alt="" width="72" height="72" />
      <h2>{text('emptyTitle')}</h2>
      <p>{text('emptyText')}</p>
    </section>
  );
}

/** Every word of the query stands somewhere in the names or the sites. */
function isMatch({ issuer, account, origins }: AccountDescription, query: string): boolean {
  const names = [issuer, account, ...origins].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
}
