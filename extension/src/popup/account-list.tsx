import type { AccountDescription } from '../messages/account-views-api.ts';
import { SearchedAccounts } from '../ui/searched-accounts.tsx';
import { text } from '../ui/text.ts';
import { AccountRow } from './account-row.tsx';
import { ImportButton } from './import-button.tsx';
import { accountsAt } from './this-site.ts';
import { useCodes } from './use-codes.ts';
import type { ViewProps } from './view-props.ts';

const SHOWN_AT_ONCE = 30;

/** The accounts that are not of this site, those used of late first, with a search over all of them. */
export function AccountList(props: ViewProps) {
  const { view, onLocked } = props;
  const { page, total } = view;
  const bound = accountsAt(page, view.accounts);
  if (total === 0) return page?.setUp === undefined ? <EmptyVault /> : null;
  if (bound.length === total) return null;
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{text(bound.length === 0 ? 'accounts' : 'otherAccounts')}</h2>
      <SearchedAccounts
        atOnce={SHOWN_AT_ONCE}
        hasTags
        without={bound.map(({ id }) => id)}
        revision={view.revision}
        onLocked={onLocked}
      >
        {(accounts) => <AccountRows accounts={accounts} {...props} />}
      </SearchedAccounts>
    </section>
  );
}

interface RowsProps extends ViewProps {
  readonly accounts: readonly AccountDescription[];
}

function AccountRows({ accounts, ...shared }: RowsProps) {
  const ids = accounts.map(({ id }) => id);
  const codes = useCodes(ids, shared.view.revision, shared.onLocked);
  return (
    <ul class="accounts">
      {accounts.map((account) => (
        <AccountRow key={account.id} account={account} code={codes[account.id]} {...shared} />
      ))}
    </ul>
  );
}

function EmptyVault() {
  return (
    <section class="empty">
      <span class="logo" />
      <h2>{text('emptyTitle')}</h2>
      <p>{text('emptyText')}</p>
      <ImportButton />
    </section>
  );
}
