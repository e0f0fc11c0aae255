import { useState } from 'preact/hooks';
import type { AccountDescription } from '../messages/account-views-api.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

/** What to do with the recovery codes that the page shows. Nothing is kept before the press. */
export function RecoveryCard({ view, tell }: ViewProps) {
  const [chosenId, setChosenId] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { page, tabId, accounts, total } = view;
  const recovery = page?.recovery;
  if (recovery === undefined || tabId === undefined) return null;
  const offered = recovery.accountIds.flatMap((id) => accounts.filter((account) => account.id === id));
  const account = offered.find(({ id }) => id === chosenId) ?? offered[0];

  async function keep(): Promise<void> {
    if (isBusy || tabId === undefined) return;
    setBusy(true);
    const answer = await (account === undefined
      ? ask('holdRecoveryCodes', { tabId })
      : ask('keepRecoveryCodes', { tabId, accountId: account.id }));
    setBusy(false);
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: true });
    const count = String(answer.kept);
    const news =
      account === undefined ? text('recoveryHeld', count) : text('recoveryKept', count, accountTitle(account));
    await tell({ kind: 'news', text: news }, { changed: true });
  }

  return (
    <section class="card set-up" aria-labelledby="recovery-title">
      <h2 id="recovery-title">{text('recoveryTitle')}</h2>
      <p id="recovery-note">{question(recovery.count, account)}</p>
      {account === undefined && total > 0 && (
        <p class="hint" data-testid="recovery-listed">
          {text('recoveryOfListed')}
        </p>
      )}
      {account !== undefined && offered.length > 1 && (
        <>
          <label for="recovery-account">{text('recoveryAccount')}</label>
          <select id="recovery-account" value={account.id} onChange={(event) => setChosenId(event.currentTarget.value)}>
            {offered.map((one) => (
              <option key={one.id} value={one.id}>
                {accountTitle(one)}
              </option>
            ))}
          </select>
        </>
      )}
      {account !== undefined && account.recoveryCodes > 0 && <p class="hint">{text('recoveryReplaces')}</p>}
      <button
        id="keep-recovery"
        type="button"
        class="primary wide"
        aria-describedby="recovery-note"
        aria-disabled={isBusy}
        onClick={keep}
      >
        {text('recoveryKeep')}
      </button>
    </section>
  );
}

function question(count: number, account: AccountDescription | undefined): string {
  if (account === undefined) return text('recoveryNoAccount', String(count));
  const title = accountTitle(account);
  return count === 1 ? text('recoveryFoundOne', title) : text('recoveryFound', String(count), title);
}
