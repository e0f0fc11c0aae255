import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { afterPaint } from '../ui/after-paint.ts';
import { ask } from '../ui/ask.ts';
import { newPasswordKey } from '../ui/new-password.ts';
import { useNewPasswordFields } from '../ui/new-password-fields.tsx';
import { SaidOnce } from '../ui/said-once.tsx';
import type { Status } from '../ui/status-line.tsx';
import { refusalText, text } from '../ui/text.ts';
import { useOpener } from '../ui/use-opener.ts';
import { vaultPasswordKey } from './vault-password.ts';

interface Props {
  readonly tell: (status: Status) => Promise<void>;
}

/** Another password for the vault. */
export function ChangePassword({ tell }: Props) {
  const [isOpen, setOpen] = useState(false);
  const opener = useOpener(isOpen);
  return (
    <section class="card" aria-labelledby="change-password" data-testid="change-password">
      <h2 id="change-password">{text('changePassword')}</h2>
      {isOpen ? (
        <ChangePasswordForm
          onDone={async () => {
            setOpen(false);
            await tell({ kind: 'news', text: text('passwordChanged') });
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button ref={opener} type="button" onClick={() => setOpen(true)}>
          {text('changePassword')}
        </button>
      )}
    </section>
  );
}

const PROBLEM = 'change-password-problem';

interface FormProps {
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

function ChangePasswordForm({ onDone, onCancel }: FormProps) {
  const current = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { fields, focus, read } = useNewPasswordFields(text('newPassword'), PROBLEM);
  useLayoutEffect(() => current.current?.focus(), []);

  async function change(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const refused = await tryToChange();
    if (refused === undefined) return onDone();
    setBusy(false);
    setProblem(refused);
  }

  /** @returns why it was not done */
  async function tryToChange(): Promise<string | undefined> {
    const typed = await read();
    if ('problem' in typed) {
      focus(typed.field);
      return typed.problem;
    }
    await afterPaint();
    const passwordKeyBase64 = await vaultPasswordKey(current.current?.value ?? '');
    if (passwordKeyBase64 === undefined) return refusalText('locked');
    const answer = await ask('changePassword', { passwordKeyBase64, next: await newPasswordKey(typed.password) });
    if (answer.ok) return undefined;
    current.current?.select();
    return refusalText(answer.reason);
  }

  return (
    <form class="paste" onSubmit={change} novalidate>
      <label for="current-password">{text('currentPassword')}</label>
      <input
        ref={current}
        id="current-password"
        type="password"
        autocomplete="current-password"
        aria-describedby={PROBLEM}
        required
      />
      {fields}
      {problem !== undefined && (
        <p id={PROBLEM} class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button class="primary" aria-disabled={isBusy}>
          {text(isBusy ? 'working' : 'changePassword')}
        </button>
        <SaidOnce isOn={isBusy} says={text('working')} />
        <button type="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
