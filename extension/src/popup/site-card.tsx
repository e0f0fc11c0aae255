import type { AccountDescription } from '../messages/account-views-api.ts';
import { refusalText, text } from '../ui/text.ts';
import { InlineChoice } from '../ui/inline-choice.tsx';
import { ClockNote } from './clock-note.tsx';
import { AccountRow } from './account-row.tsx';
import { FillButton } from './fill-button.tsx';
import { WhyButton } from './why-button.tsx';
import { PickFieldButton } from './pick-field-button.tsx';
import { LookAlikeNote } from './look-alike-note.tsx';
import { accountsAt, siteOf } from './this-site.ts';
import { useCodes } from './use-codes.ts';
import type { VaultView } from './use-vault-view.ts';
import type { ViewProps } from './view-props.ts';

/** The site that the tab shows: the accounts that are bound to it, or why there is nothing to fill. */
export function SiteCard(props: ViewProps) {
  const { tabId, page, accounts } = props.view;
  const bound = accountsAt(page, accounts);
  const codes = useCodes(
    bound.map(({ id }) => id),
    props.view.revision,
    props.onLocked,
  );
  if (page === undefined || tabId === undefined) return null;
  const site = siteOf(page);
  const note = siteNote(props.view, bound);
  const offersSetUp = page.setUp?.ok === true && props.begun === undefined;
  if (bound.length === 0 && note === undefined) return null;
  // Who has no account yet hears of that first, and not that a new tab can't be seen.
  if (props.view.total === 0 && site === undefined) return null;
  return (
    <section aria-labelledby="this-site">
      <h2 id="this-site">{text('thisSite')}</h2>
      {site !== undefined && (
        <p class="origin" id="origin" dir="ltr">
          {site}
        </p>
      )}
      {site !== undefined && page.origin !== undefined && site !== page.origin && (
        <p class="hint" data-testid="within">
          {text('fieldWithin', page.origin)}
        </p>
      )}
      {site !== undefined && <LookAlikeNote lookAlike={page.lookAlike} host={new URL(site).hostname} />}
      {note !== undefined && (
        <p id="site-note" class="hint" data-code-field={page.codeField}>
          {note}
        </p>
      )}
      {bound.length > 0 && <ClockNote tabId={tabId} onWrong={props.reload} />}
      <ul class="accounts">
        {bound.map((account, position) => (
          <AccountRow key={account.id} account={account} code={codes[account.id]} {...props}>
            {page.codeField === 'totp' && props.begun !== 'filled' && (
              <FillButton
                account={account}
                code={codes[account.id]}
                tabId={tabId}
                isFirst={position === 0 && !offersSetUp}
                isPrimary={!offersSetUp}
                {...props}
              />
            )}
          </AccountRow>
        ))}
      </ul>
      {bound.length > 0 && page.origin !== undefined && page.origin === site && (
        <InlineChoice origin={site} revision={props.view.revision} />
      )}
      {bound.length > 0 && page.origin !== undefined && page.codeField !== 'totp' && (
        <PickFieldButton tabId={tabId} tell={props.tell} />
      )}
      <WhyButton tabId={tabId} isFound={page.codeField === 'totp'} />
    </section>
  );
}

function siteNote({ page, total }: VaultView, bound: readonly AccountDescription[]): string | undefined {
  if (page === undefined) return undefined;
  if (page.codeField === 'totp') {
    const isUnknown = bound.length === 0 && total > 0 && page.setUp === undefined;
    const site = siteOf(page);
    return isUnknown && site !== undefined ? text('chooseForSite', site) : undefined;
  }
  // A page that offers an authenticator beside the phone needs no word about other ways.
  if (page.codeField === 'wants-phone-number' && page.setUp?.ok) return undefined;
  // Nothing to fill is no news on a page where nothing was expected.
  return page.codeField === 'no-code-field' && bound.length === 0 ? undefined : refusalText(page.codeField);
}
