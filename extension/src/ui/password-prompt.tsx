import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { afterPaint } from './after-paint.ts';
import { SaidOnce } from './said-once.tsx';
import { text } from './text.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  /** In its place while what was begun goes on, which Cancel can't undo. */
  readonly busyHint?: string;
  /** Why the last one was refused. */
  readonly problem: string | undefined;
  readonly button: string;
  /** The button takes something away. */
  readonly isDanger?: boolean;
  readonly autocomplete: 'current-password' | 'off';
  /** What takes it may block this thread for a second. */
  readonly onPassword: (password: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks for a password, which is kept nowhere. */
export function PasswordPrompt(props: Props) {
  const { label, hint, busyHint, problem, button, isDanger, autocomplete, onPassword, onCancel } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  useLayoutEffect(() => field.current?.focus(), []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = field.current?.value ?? '';
    if (isBusy || password === '') return;
    setBusy(true);
    await afterPaint();
    await onPassword(password);
    setBusy(false);
    field.current?.select();
  }

  function cancel(): void {
    if (!isBusy) onCancel();
  }

  return (
    <form class="paste" onSubmit={submit}>
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="password"
        autocomplete={autocomplete}
        aria-describedby={`${id}-problem ${id}-hint`}
        aria-invalid={problem !== undefined}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
      )}
      <p id={`${id}-hint`} class="hint" role={busyHint === undefined ? undefined : 'status'}>
        {isBusy ? (busyHint ?? hint) : hint}
      </p>
      <div class="row">
        <button class={isDanger === true ? 'danger' : 'primary'} aria-disabled={isBusy}>
          {isBusy ? text('working') : button}
        </button>
        <SaidOnce isOn={isBusy} says={text('working')} />
        <button type="button" aria-disabled={isBusy} onClick={cancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
