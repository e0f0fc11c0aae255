import { useState } from 'preact/hooks';
import { text } from '../ui/text.ts';
import { AccountRow } from './account-row.tsx';
import { TagChoice } from './tag-choice.tsx';
import { useCodes } from './use-codes.ts';
import { useFoundAccounts } from '../ui/use-found-accounts.ts';
import type { ViewProps } from './view-props.ts';

/** As many rows as anybody looks through; the search finds the rest. */
const SHOWN_AT_ONCE = 30;

/** The accounts that are not of this site, those used of late first, with a search over all of them. */
export function AccountList(props: ViewProps) {
  const { view, onLocked } = props;
  const { accounts: bound, page, total } = view;
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState<string>();
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const isLookedFor = query !== '' || tag !== undefined;
  const without = isLookedFor ? [] : bound.map(({ id }) => id);
  const { accounts: shown, found, tags } = useFoundAccounts({ query, tag, without, limit }, view, onLocked);
  const codes = useCodes(
    shown.map(({ id }) => id),
    view,
    onLocked,
  );
  if (total === 0) return page?.setUp === undefined ? <EmptyVault /> : null;
  if (bound.length === total) return null;
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{text(bound.length === 0 ? 'accounts' : 'otherAccounts')}</h2>
      <input
        id="search"
        type="search"
        aria-label={text('search')}
        placeholder={text('search')}
        autocomplete="off"
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setLimit(SHOWN_AT_ONCE);
        }}
      />
      <TagChoice tags={tags} chosen={tag} onChoose={setTag} />
      {isLookedFor && found === 0 && <p class="hint">{text('noMatch', query)}</p>}
      <ul class="accounts">
        {shown.map((account) => (
          <AccountRow key={account.id} account={account} code={codes[account.id]} {...props} />
        ))}
      </ul>
      {found > shown.length && (
        <button type="button" data-testid="show-more" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          {text('showMore', String(found - shown.length))}
        </button>
      )}
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
