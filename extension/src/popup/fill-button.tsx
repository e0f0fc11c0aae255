import { useEffect, useState } from 'preact/hooks';
import { waitForFreshCode } from '../fill/fresh-code.ts';
import type { AccountDescription, FinishedCode } from '../messages/account-views-api.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { Icon } from '../ui/icon.tsx';
import { SaidOnce } from '../ui/said-once.tsx';
import { refusalText, text } from '../ui/text.ts';
import { useOpener } from '../ui/use-opener.ts';
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

export function FillButton({ account, code, tabId, isFirst, isPrimary, view, now, tell, reload }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const button = useOpener(isAsking);
  const { origin, fieldOrigin, lookAlike, wait: begun } = view.page ?? {};
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
    if (answer.reason === 'cancelled') return button.current?.focus();
    if (answer.reason === 'needs-consent') return setAsking(true);
    await tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: answer.reason === 'locked' });
  }

  async function cancel(): Promise<void> {
    await ask('cancelWait', { tabId });
    await reload();
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

  // It may have been begun in the page, by a key, or in a popup before this one.
  const elsewhere = begun?.accountId === account.id ? begun.untilInMillis - now : 0;
  const wait = isBusy && code !== undefined ? waitForFreshCode(code, now) : Math.max(elsewhere, 0);
  const waitText = text('waitingForNext', String(Math.ceil(wait / 1000)));
  const isTaken = isBusy || wait > 0;
  return (
    <div class="fill">
      <button
        ref={button}
        type="button"
        class={isPrimary ? 'primary wide' : 'wide'}
        data-testid="fill"
        aria-label={wait > 0 ? undefined : text('fillFor', accountTitle(account))}
        aria-disabled={isTaken}
        // The second press of a double click was meant for what stood here before.
        onClick={({ detail }) => !isTaken && detail < 2 && void fill()}
      >
        {wait > 0 ? waitText : text('fill')}
      </button>
      <SaidOnce isOn={wait > 0} says={waitText} />
      {wait > 0 && (
        <button
          type="button"
          class="icon-button"
          data-testid="cancel-wait"
          aria-label={text('cancel')}
          title={text('cancel')}
          onClick={() => void cancel()}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
