import { useState } from 'preact/hooks';
import type { AccountDescription } from '../../messages/account-views-api.ts';
import { accountTitle } from '../../ui/account-title.ts';
import { ask } from '../../ui/ask.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import type { Status } from '../../ui/status-line.tsx';
import { refusalText, text } from '../../ui/text.ts';
import { useOpener } from '../../ui/use-opener.ts';
import { vaultPasswordKey } from '../vault-password.ts';
import { poolText } from './pool-text.ts';
import type { PoolWork } from './pool-work.ts';

interface Props {
  readonly account: AccountDescription;
  readonly work: PoolWork;
  /** Ends the work, and says how. */
  readonly tell: (status: Status) => Promise<void>;
}

/** An account that the pool knows of, and the way out on both sides. */
export function ConnectedAccount({ account, work, tell }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const opener = useOpener(isLeaving);
  const [problem, setProblem] = useState<string>();
  const title = accountTitle(account);

  async function leave(password: string): Promise<void> {
    // Its sign-in is in another window, which no second one may take the place of.
    if (work.isBusy) return setProblem(text('poolConnecting'));
    setProblem(undefined);
    work.set({ isBusy: true });
    const passwordKeyBase64 = await vaultPasswordKey(password);
    if (passwordKeyBase64 === undefined) return refuse(refusalText('locked'));
    const answer = await ask('disconnectPool', { id: account.id, passwordKeyBase64 });
    if (!answer.ok && answer.reason === 'wrong-password') return refuse(poolText(answer));
    close();
    if (!answer.ok) return tell({ kind: 'problem', text: poolText(answer) });
    await tell({ kind: 'news', text: text('poolLeft', title) });
  }

  function refuse(why: string): void {
    work.set({ isBusy: false });
    setProblem(why);
  }

  function open(): void {
    if (!work.isBusy) setLeaving(true);
  }

  function close(): void {
    setProblem(undefined);
    setLeaving(false);
  }

  return (
    <div class="connected" data-testid="connected">
      <div class="row">
        <p class="names">
          <strong>{title}</strong> <span dir="ltr">{account.pool}</span>
        </p>
        {!isLeaving && (
          <button
            ref={opener}
            type="button"
            class="danger"
            aria-label={`${text('poolLeave')}: ${title}`}
            aria-disabled={work.isBusy}
            onClick={open}
          >
            {text('poolLeave')}
          </button>
        )}
      </div>
      {isLeaving && (
        <PasswordPrompt
          label={text('vaultPassword')}
          hint={text('poolLeaveHint')}
          busyHint={text('poolLeaving')}
          problem={problem}
          button={text('poolLeave')}
          isDanger
          autocomplete="current-password"
          onPassword={leave}
          onCancel={close}
        />
      )}
    </div>
  );
}
