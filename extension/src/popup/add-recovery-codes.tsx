import { useId, useRef, useState } from 'preact/hooks';
import type { AccountDescription } from '../messages/account-views-api.ts';
import { accountTitle } from '../ui/account-title.ts';
import { ask } from '../ui/ask.ts';
import { refusalText, text } from '../ui/text.ts';
import type { ViewProps } from './view-props.ts';

interface Props extends Pick<ViewProps, 'tell'> {
  readonly account: AccountDescription;
}

/** For recovery codes on paper or in a file, and for pages whose codes are not found. */
export function AddRecoveryCodes({ account, tell }: Props) {
  const id = useId();
  const codes = useRef<HTMLTextAreaElement>(null);
  const [isBusy, setBusy] = useState(false);

  async function add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || codes.current === null) return;
    setBusy(true);
    const answer = await ask('addRecoveryCodes', { id: account.id, text: codes.current.value });
    setBusy(false);
    if (!answer.ok) return tell({ kind: 'problem', text: refusalText(answer.reason) }, { changed: false });
    codes.current.value = '';
    const news = text('recoveryKept', String(answer.added), accountTitle(account));
    await tell({ kind: 'news', text: news }, { changed: true });
  }

  return (
    <details>
      <summary data-testid="type-recovery">{text('recoveryType')}</summary>
      <form class="edit" onSubmit={add} novalidate>
        <label for={id}>{text('recoveryTyped')}</label>
        <textarea ref={codes} id={id} rows={4} dir="ltr" spellcheck={false} autocomplete="off" />
        <button class="wide" data-testid="add-recovery" aria-disabled={isBusy}>
          {text('recoveryKeep')}
        </button>
      </form>
    </details>
  );
}
