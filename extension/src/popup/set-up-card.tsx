import { useEffect, useRef, useState } from 'preact/hooks';
import { waitForFreshCode } from '../fill/fresh-code.ts';
import { MAX_NAME_LENGTH } from '../account-name.ts';
import { ask } from '../ui/ask.ts';
import { SaidOnce } from '../ui/said-once.tsx';
import { refusalText, text } from '../ui/text.ts';
import { ImportButton } from './import-button.tsx';
import { SendForm } from './send-form.tsx';
import { accountsAt } from './this-site.ts';
import { useCodes } from './use-codes.ts';
import type { ViewProps } from './view-props.ts';

/** What to do with the QR code that the page shows, and what to call its account. */
export function SetUpCard({ view, now, begun, onBegun, tell, onLocked }: ViewProps) {
  const button = useRef<HTMLButtonElement>(null);
  const issuer = useRef<HTMLInputElement>(null);
  const account = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [missing, setMissing] = useState<'no-issuer' | 'no-name'>();
  const { page, tabId, accounts } = view;
  const setUp = page?.setUp;
  const isOffered = setUp?.ok === true && begun === undefined;
  useEffect(() => {
    if (!isOffered) return;
    // Where the page does not say whose account it is, the user does.
    const isNamed = account.current?.value !== '';
    if (isNamed) button.current?.focus();
    else account.current?.focus();
  }, [isOffered]);
  // An attempt before this one has given its code to the page.
  const before = setUp?.ok ? setUp.renews : undefined;
  const renewsActive = accounts.some(({ id, state }) => id === before && state === 'active');
  const codes = useCodes(before === undefined ? [] : [before], view.revision, onLocked);
  const current = before === undefined ? undefined : codes[before];
  if (begun === 'filled' && tabId !== undefined)
    return <SendForm tabId={tabId} tell={tell} onFailed={() => onBegun(undefined)} />;
  if (setUp === undefined || tabId === undefined || begun !== undefined) return null;
  const wasRefused = accountsAt(page, accounts).some(({ enrolment }) => enrolment === 'refused');
  const wait = isBusy && current !== undefined ? waitForFreshCode(current, now) : 0;
  const waitText = text('waitingForNext', String(Math.ceil(wait / 1000)));

  async function begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || tabId === undefined) return;
    setBusy(true);
    const names = { issuer: issuer.current?.value ?? '', account: account.current?.value ?? '' };
    const answer = await ask('setUpHere', { tabId, names });
    setBusy(false);
    setMissing(undefined);
    if (!answer.ok && (answer.reason === 'no-issuer' || answer.reason === 'no-name')) {
      setMissing(answer.reason);
      (answer.reason === 'no-issuer' ? issuer : account).current?.focus();
      return;
    }
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: true });
    onBegun(answer.filled ? 'filled' : 'not-filled');
    await tell({ kind: 'news', text: text(answer.filled ? 'setUpFilled' : 'setUpNotFilled') }, { changed: true });
  }

  return (
    <section class="card set-up" aria-labelledby="set-up-title">
      <h2 id="set-up-title">{text('setUpTitle')}</h2>
      {setUp.ok ? (
        <form class="edit" onSubmit={begin} novalidate>
          {wasRefused && (
            <p class="problem" data-testid="refused">
              {text('stagedRefused')}
            </p>
          )}
          <p class="origin" dir="ltr">
            {page?.origin}
          </p>
          <label for="set-up-issuer">{text('issuer')}</label>
          <input
            ref={issuer}
            id="set-up-issuer"
            defaultValue={setUp.issuer}
            maxLength={MAX_NAME_LENGTH}
            autocomplete="off"
            aria-invalid={missing === 'no-issuer'}
            aria-describedby="set-up-note"
          />
          <label for="set-up-account">{text('accountName')}</label>
          <input
            ref={account}
            id="set-up-account"
            defaultValue={setUp.account}
            maxLength={MAX_NAME_LENGTH}
            autocomplete="off"
            aria-invalid={missing === 'no-name'}
            aria-describedby="set-up-note"
          />
          <p
            id="set-up-note"
            class={missing === undefined ? 'hint' : 'problem'}
            role={missing === undefined ? undefined : 'alert'}
          >
            {missing === undefined ? text(renewsActive ? 'setUpRenews' : 'setUpNamesHint') : refusalText(missing)}
          </p>
          <button ref={button} id="set-up-here" class="primary wide" aria-disabled={isBusy}>
            {wait > 0 ? waitText : text(isBusy ? 'settingUp' : 'setUpHere')}
          </button>
          <SaidOnce isOn={isBusy && wait === 0} says={text('settingUp')} />
          <SaidOnce isOn={wait > 0} says={waitText} />
        </form>
      ) : (
        <>
          <p class="problem">{refusalText(setUp.reason)}</p>
          {setUp.reason === 'migration' && <ImportButton />}
        </>
      )}
    </section>
  );
}
