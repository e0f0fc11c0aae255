import { useEffect, useState } from 'preact/hooks';
import { afterPaint } from './after-paint.ts';
import { ask } from './ask.ts';
import { newPasswordKey } from './new-password.ts';
import { useNewPasswordFields } from './new-password-fields.tsx';
import { SaidOnce } from './said-once.tsx';
import { type Status, StatusLine } from './status-line.tsx';
import { refusalText, text } from './text.ts';

export function NewPasswordForm({ onCreated }: { readonly onCreated: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [status, setStatus] = useState<Status>();
  const { fields, focus, read } = useNewPasswordFields(text('password'), 'problem');
  useEffect(() => focus('password'), []);

  async function create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setStatus(undefined);
    const problem = await tryToCreate();
    if (problem === undefined) return onCreated();
    setBusy(false);
    setStatus({ kind: 'problem', text: problem });
  }

  /** @returns why it was not done */
  async function tryToCreate(): Promise<string | undefined> {
    const typed = await read();
    if ('problem' in typed) {
      focus(typed.field);
      return typed.problem;
    }
    await afterPaint();
    const answer = await ask('createVault', await newPasswordKey(typed.password));
    return answer.ok ? undefined : refusalText(answer.reason);
  }

  return (
    <form id="new-password-form" class="card password-form" onSubmit={create} novalidate>
      <h1>{text('welcomeTitle')}</h1>
      <p>{text('welcomeText')}</p>
      {fields}
      <p class="warning">{text('welcomeWarning')}</p>
      <StatusLine status={status} />
      <button id="create-vault" class="primary" aria-disabled={isBusy}>
        {text(isBusy ? 'creatingVault' : 'createVault')}
      </button>
      <SaidOnce isOn={isBusy} says={text('creatingVault')} />
    </form>
  );
}
