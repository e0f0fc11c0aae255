import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountNames } from '../account-name.ts';
import type { ChooserView, OfferedAccount } from '../chooser-api.ts';
import { type Status, StatusLine } from '../ui/status-line.tsx';
import { refusalText, text, type TextKey } from '../ui/text.ts';
import { askFromFrame } from './connect.ts';
import { LeaveButton } from './leave-button.tsx';
import { moveFocus } from './move-focus.ts';
import { usePresses } from './use-presses.ts';
import { UnlockButton } from './unlock-button.tsx';
import { NextCodeWait, type Wait, WaitStatus, waitUntil } from './next-code-wait.tsx';
import { useHeight } from './use-height.ts';

interface Props {
  readonly first: ChooserView;
  readonly port: MessagePort;
}

const TITLES = {
  accounts: 'chooserTitle',
  locked: 'chooserTitle',
  'set-up': 'chooserSetUp',
  wanted: 'thisSite',
} as const satisfies Record<ChooserView['state'], TextKey>;

/** What stands at a code field: the accounts of the site by name, the one that the page sets up, or why there is none to choose. */
export function Chooser({ first, port }: Props) {
  const [view, setView] = useState(first);
  const [status, setStatus] = useState<Status>();
  const [chosen, setChosen] = useState<OfferedAccount>();
  const [wait, setWait] = useState<Wait>();
  const [isSettingUp, setSettingUp] = useState(false);
  const body = useRef<HTMLElement>(null);
  const presses = usePresses(port);
  useHeight(port);

  async function look(): Promise<void> {
    const next = await askFromFrame('viewChooser');
    if (next === undefined) leave('dismissed');
    else setView(next);
  }
  useEffect(() => {
    // The vault may have been locked or unlocked meanwhile, in the popup.
    port.addEventListener('message', ({ data }) => data === 'refresh' && void look());
    // What gets the focus while the window does loses it again in Firefox; what was pressed keeps it.
    addEventListener('focus', () => setTimeout(focusFirst));
  }, []);

  function focusFirst(): void {
    if (document.activeElement === document.body) body.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  function leave(how: 'dismissed' | 'filled' | 'for-field'): void {
    port.postMessage({ leave: how });
  }

  async function choose(account: OfferedAccount, event: MouseEvent): Promise<void> {
    if (chosen !== undefined) return;
    if (!presses.counts(event)) return setStatus({ kind: 'problem', text: text('chooserTooFast') });
    // What is shown stays until the answer: another height would count as a chooser that moves.
    setChosen(account);
    let isAnswered = false;
    void askFromFrame('codeReadyAt', { accountId: account.id }).then((at = 0) => isAnswered || setWait(waitUntil(at)));
    const answer = await askFromFrame('chooseAccount', { accountId: account.id });
    isAnswered = true;
    setChosen(undefined);
    setWait(undefined);
    if (answer.ok) return leave('filled');
    setStatus({ kind: 'problem', text: refusalText(answer.reason) });
    if (answer.reason === 'locked') await look();
  }

  async function setUp(event: MouseEvent): Promise<void> {
    if (isSettingUp) return;
    if (!presses.counts(event)) return setStatus({ kind: 'problem', text: text('chooserTooFast') });
    setSettingUp(true);
    const answer = await askFromFrame('setUpAtField');
    setSettingUp(false);
    if (answer.ok) return leave('filled');
    setStatus({ kind: 'problem', text: refusalText(answer.reason) });
    if (answer.reason === 'locked') await look();
    // There is no place to type a name here.
    if (answer.reason === 'no-name') await askFromFrame('openPopup');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') leave('dismissed');
    else if (moveFocus(event, body.current) === 'beyond') leave('for-field');
  }

  return (
    <main ref={body} onKeyDown={onKeyDown}>
      <header>
        <span class="logo" role="img" aria-label="Lifeguard" title="Lifeguard" />
        {/* Who listens hears of the wait once, and not in the name of the heading every second. */}
        <h1 aria-label={text(TITLES[view.state])}>
          {wait === undefined ? text(TITLES[view.state]) : <NextCodeWait {...wait} />}
        </h1>
        <p class="origin" dir="ltr">
          {view.origin}
        </p>
        <LeaveButton onLeave={() => leave('dismissed')} isFirst={view.state === 'wanted'} />
      </header>
      {view.state === 'accounts' && (
        <ul aria-label={text('accounts')}>
          {view.accounts.map((account, place) => (
            <li key={account.id}>
              <button
                type="button"
                class="account"
                data-first={place === 0 || undefined}
                aria-label={text('fillFor', shownNames(account).join(' '))}
                aria-disabled={chosen !== undefined}
                onPointerDown={presses.begin}
                onKeyDown={presses.begin}
                onClick={(event) => void choose(account, event)}
              >
                {shownNames(account).map((name, line) => (
                  <span key={line} class={line > 0 ? 'hint' : undefined}>
                    {name}{' '}
                  </span>
                ))}
              </button>
            </li>
          ))}
        </ul>
      )}
      {view.state === 'set-up' && (
        <button
          type="button"
          class="account"
          data-first
          aria-disabled={isSettingUp}
          onPointerDown={presses.begin}
          onKeyDown={presses.begin}
          onClick={(event) => void setUp(event)}
        >
          {text('setUpHere')}
          {shownNames(view).map((name) => (
            <span key={name} class="hint">
              {' '}
              {name}
            </span>
          ))}
        </button>
      )}
      {view.state === 'locked' && <UnlockButton tell={setStatus} />}
      {view.state === 'wanted' && <p class="hint">{refusalText(view.reason)}</p>}
      <WaitStatus wait={wait} />
      <StatusLine status={status} />
    </main>
  );
}

/** The lines of an account. They are in the name of its button as they are seen: who presses by voice says what is there (WCAG 2.5.3). */
function shownNames({ issuer, account }: AccountNames): readonly string[] {
  const names = [issuer, account].filter((name) => name !== '');
  return names.length > 0 ? names : [text('unnamed')];
}
