import { useEffect, useRef, useState } from 'preact/hooks';
import { waitForFreshCode } from '../fill/fresh-code.ts';
import type { AccountDescription } from '../messages.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

interface Props extends ViewProps {
  readonly account: AccountDescription;
  readonly tabId: number;
  /** Whether it is what the user most likely wants next. */
  readonly isFirst: boolean;
}

export function FillButton({ account, tabId, isFirst, view, now, tell }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (isFirst) button.current?.focus();
  }, [isFirst]);

  async function fill(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await ask('fillCode', { tabId, accountId: account.id });
    // Back to the page, where the code now stands.
    if (answer.ok) return window.close();
    setBusy(false);
    await tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: answer.reason === 'locked' });
  }

  const current = view.codes[account.id];
  const wait = isBusy && current !== undefined ? waitForFreshCode(current, now) : 0;
  return (
    <button
      ref={button}
      type="button"
      class="primary wide"
      data-testid="fill"
      aria-label={wait > 0 ? undefined : text('fillFor', accountTitle(account))}
      aria-disabled={isBusy}
      onClick={fill}
    >
      {wait > 0 ? text('waitingForNext', String(Math.ceil(wait / 1000))) : text('fill')}
    </button>
  );
}
