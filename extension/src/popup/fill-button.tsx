import { useEffect, useRef, useState } from 'preact/hooks';
import { waitForFreshCode } from '../fill/fresh-code.ts';
import type { AccountDescription, FinishedCode } from '../messages.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import { Consent } from './consent.tsx';
import type { ViewProps } from './view-props.ts';

interface Props extends ViewProps {
  readonly account: AccountDescription;
  readonly code: FinishedCode | undefined;
  readonly tabId: number;
  /** Whether it is what the user most likely wants next. */
  readonly isFirst: boolean;
  /** Whether nothing else on the page comes before a code. */
  readonly isPrimary: boolean;
}

export function FillButton({ account, code, tabId, isFirst, isPrimary, view, now, tell }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { origin, fieldOrigin, lookAlike } = view.page ?? {};
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
    if (answer.reason === 'needs-consent') return setAsking(true);
    await tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: answer.reason === 'locked' });
  }

  async function allow(): Promise<void> {
    if (origin === undefined || fieldOrigin === undefined) return;
    setAsking(false);
    await ask('allowFrame', { id: account.id, origin: fieldOrigin, within: origin });
    await fill();
  }

  if (isAsking && fieldOrigin !== undefined && origin !== undefined) {
    return (
      <Consent
        known={account.origins}
        asking={fieldOrigin}
        within={origin}
        lookAlike={lookAlike}
        onAllow={() => void allow()}
        onCancel={() => setAsking(false)}
      />
    );
  }

  const wait = isBusy && code !== undefined ? waitForFreshCode(code, now) : 0;
  return (
    <button
      ref={button}
      type="button"
      class={isPrimary ? 'primary wide' : 'wide'}
      data-testid="fill"
      aria-label={wait > 0 ? undefined : text('fillFor', accountTitle(account))}
      aria-disabled={isBusy}
      onClick={fill}
    >
      {wait > 0 ? text('waitingForNext', String(Math.ceil(wait / 1000))) : text('fill')}
    </button>
  );
}
