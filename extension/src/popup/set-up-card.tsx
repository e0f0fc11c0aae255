import { useEffect, useRef, useState } from 'preact/hooks';
import { waitForFreshCode } from '../fill/fresh-code.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import { accountsAt } from './this-site.ts';
import { useCodes } from './use-codes.ts';
import type { ViewProps } from './view-props.ts';

/** What to do with the QR code that the page shows. */
export function SetUpCard({ view, now, tell, onLocked }: ViewProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isBegun, setBegun] = useState(false);
  const { page, tabId, accounts } = view;
  const setUp = page?.setUp;
  const isFirst = setUp?.ok === true && accountsAt(page, accounts).length === 0;
  useEffect(() => {
    if (isFirst) button.current?.focus();
  }, [isFirst]);
  // An attempt before this one has given its code to the page.
  const before = setUp?.ok
    ? accounts.find(({ issuer, account }) => issuer === setUp.issuer && account === setUp.account)
    : undefined;
  const codes = useCodes(before === undefined ? [] : [before.id], view, onLocked);
  const current = before && codes[before.id];
  if (setUp === undefined || tabId === undefined || isBegun) return null;
  const wait = isBusy && current !== undefined ? waitForFreshCode(current, now) : 0;

  async function begin(): Promise<void> {
    if (isBusy || tabId === undefined) return;
    setBusy(true);
    const answer = await ask('setUpHere', { tabId });
    setBusy(false);
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: true });
    setBegun(true);
    await tell({ kind: 'news', text: text(answer.filled ? 'setUpFilled' : 'setUpNotFilled') }, { changed: true });
  }

  return (
    <section class="card set-up" aria-labelledby="set-up-title">
      <h2 id="set-up-title">{text('setUpTitle')}</h2>
      {setUp.ok ? (
        <>
          <p class="names">
            <strong>{accountTitle(setUp)}</strong>
          </p>
          <p class="origin" dir="ltr">
            {page?.origin}
          </p>
          <button
            ref={button}
            id="set-up-here"
            type="button"
            class="primary wide"
            aria-disabled={isBusy}
            onClick={begin}
          >
            {wait > 0
              ? text('waitingForNext', String(Math.ceil(wait / 1000)))
              : text(isBusy ? 'settingUp' : 'setUpHere')}
          </button>
        </>
      ) : (
        <p class="problem">{refusalText(setUp.reason)}</p>
      )}
    </section>
  );
}
