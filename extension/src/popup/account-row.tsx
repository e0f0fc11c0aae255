import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AccountDescription, FinishedCode } from '../messages/account-views-api.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { AccountIcon } from './account-icon.tsx';
import { Icon } from '../ui/icon.tsx';
import { text } from '../ui/text.ts';
import { AccountDetails } from './account-details.tsx';
import { CodeText } from './code-text.tsx';
import { Countdown } from './countdown.tsx';
import { StagedNote } from './staged-note.tsx';
import type { ViewProps } from './view-props.ts';

interface Props extends ViewProps {
  readonly account: AccountDescription;
  /** Absent until it is there. */
  readonly code: FinishedCode | undefined;
  /** What can be done with this account on the page, such as filling. */
  readonly children?: ComponentChildren;
}

/** Whoever begins to type now may not get to the end of the code in time. */
const NEXT_SHOWN_IN_MILLIS = 10_000;

export function AccountRow({ account, code, children, ...shared }: Props) {
  const { now, tell, begun } = shared;
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const title = accountTitle(account);
  const millisLeft = (code?.validUntilInMillis ?? 0) - now;
  const detailsId = `details-${account.id}`;

  async function copy(): Promise<void> {
    if (code === undefined) return;
    try {
      await navigator.clipboard.writeText(code.code);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return tell({ kind: 'problem', text: text('copyFailed') }, { changed: false });
    }
    setCopied(true);
    await ask('noteUse', { id: account.id });
    await tell({ kind: 'news', text: text('copied') }, { changed: false });
  }

  return (
    <li class="card account" data-testid="account" data-state={account.state}>
      <div class="account-main">
        <AccountIcon name={account.issuer || account.account} />
        <div class="names">
          <strong>{account.issuer || account.account || text('unnamed')}</strong>
          {account.issuer !== '' && account.account !== '' && <span>{account.account}</span>}
        </div>
        {code && <CodeText code={code.code} next={millisLeft < NEXT_SHOWN_IN_MILLIS ? code.nextCode : undefined} />}
        {code && <Countdown millisLeft={millisLeft} periodInSeconds={account.periodInSeconds} />}
        <button
          type="button"
          class="icon-button"
          data-testid="copy"
          aria-label={text('copyFor', title)}
          title={text('copy')}
          onClick={copy}
          onBlur={() => setCopied(false)}
        >
          <Icon name={isCopied ? 'done' : 'copy'} />
        </button>
        <button
          type="button"
          class="icon-button disclosure"
          data-testid="details"
          aria-label={text('details', title)}
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="more" />
        </button>
      </div>
      {account.state === 'staged' && (
        <StagedNote account={account} isUnsent={begun === 'filled' && account.enrolment === 'filled'} tell={tell} />
      )}
      {children}
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && <AccountDetails account={account} {...shared} />}
      </div>
    </li>
  );
}
