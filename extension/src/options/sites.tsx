import type { Status } from '../ui/status-line.tsx';
import { text } from '../ui/text.ts';
import { SearchedAccounts } from '../ui/searched-accounts.tsx';
import { AccountSites } from './account-sites.tsx';

interface Props {
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  readonly total: number;
  readonly tell: (status: Status) => Promise<void>;
  /** Reads the settings anew. */
  readonly reload: () => Promise<void>;
  readonly onLocked: () => void;
}

const SHOWN_AT_ONCE = 20;

/** Where each account is filled. */
export function Sites({ revision, total, tell, reload, onLocked }: Props) {
  return (
    <section class="card" aria-labelledby="sites">
      <h2 id="sites">{text('sites')}</h2>
      <p>{text('sitesText')}</p>
      <SearchedAccounts atOnce={SHOWN_AT_ONCE} hasField={total > SHOWN_AT_ONCE} revision={revision} onLocked={onLocked}>
        {(accounts) =>
          accounts.map((account) => (
            <AccountSites key={account.id} account={account} revision={revision} tell={tell} reload={reload} />
          ))
        }
      </SearchedAccounts>
    </section>
  );
}
