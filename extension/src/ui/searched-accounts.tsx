import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AccountDescription } from '../messages/account-views-api.ts';
import { TagChoice } from './tag-choice.tsx';
import { text } from './text.ts';
import { useFoundAccounts } from './use-found-accounts.ts';

interface Props {
  /** As many as anybody looks through; the search finds the rest. */
  readonly atOnce: number;
  /** Whether there are enough of them to search for one. */
  readonly hasField?: boolean;
  readonly hasTags?: boolean;
  /** The ids of those that stand elsewhere as long as nothing is looked for. */
  readonly without?: readonly string[];
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  readonly onLocked: () => void;
  /** Shows those that are found. */
  readonly children: (accounts: readonly AccountDescription[]) => ComponentChildren;
}

/** Some of all accounts, those used of late first, with a search over all and a way to more of them. */
export function SearchedAccounts(props: Props) {
  const { atOnce, hasField = true, hasTags = false, without = [], revision, onLocked, children } = props;
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState<string>();
  const [limit, setLimit] = useState(atOnce);
  const isLookedFor = query !== '' || tag !== undefined;
  const wanted = { query, tag, without: isLookedFor ? [] : without, limit };
  const { accounts, found, tags } = useFoundAccounts(wanted, revision, onLocked);
  useEffect(() => {
    // The last account that had it may have lost it, and with it the button that would end the choice.
    if (tag !== undefined && !tags.includes(tag)) setTag(undefined);
  }, [tags]);
  const isMissed = query !== '' && found === 0;
  return (
    <>
      {hasField && (
        <input
          id="search"
          type="search"
          aria-label={text('search')}
          placeholder={text('search')}
          autocomplete="off"
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setLimit(atOnce);
          }}
        />
      )}
      {hasTags && <TagChoice tags={tags} chosen={tag} onChoose={setTag} />}
      <p role="status" class={isMissed ? 'hint' : 'visually-hidden'}>
        {isMissed ? text('noMatch', query) : isLookedFor && found > 0 && text('accountsFound', String(found))}
      </p>
      {children(accounts)}
      {found > accounts.length && (
        <button type="button" data-testid="show-more" onClick={() => setLimit(limit + atOnce)}>
          {text('showMore', String(found - accounts.length))}
        </button>
      )}
    </>
  );
}
