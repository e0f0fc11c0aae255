import { useEffect, useRef, useState } from 'preact/hooks';
import { isOutdated, type PasswordKeyParameters } from '../password-key/parameters.ts';
import { afterPaint } from './after-paint.ts';
import { ask } from './ask.ts';
import { newPasswordKey } from './new-password.ts';
import { type Status, StatusLine } from './status-line.tsx';
import { refusalText, text } from './text.ts';

interface Props {
  readonly parameters: PasswordKeyParameters;
  /** With a text that the user should read, if there is one. */
  readonly onUnlocked: (notice: string | undefined) => void;
}

export function UnlockForm({ parameters, onUnlocked }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [status, setStatus] = useState<Status>();
  useEffect(() => field.current?.focus(), []);

  async function unlock(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setStatus(undefined);
    await afterPaint();
    // Whoever is let in already opens the page without it.
    const { derivePasswordKey } = await import('../password-key/derive-password-key.ts');
    const password = field.current?.value ?? '';
    const passwordKeyBase64 = await derivePasswordKey(password, parameters);
    const answer = await ask('unlockVault', { passwordKeyBase64 });
    if (answer.ok) {
      // The same password, as hard to guess as one is today. Where that fails the vault is open all the same.
      if (isOutdated(parameters))
        await ask('changePassword', { passwordKeyBase64, next: await newPasswordKey(password) });
      return onUnlocked(answer.copy === 'previous' ? text('restoredPrevious') : undefined);
    }
    setBusy(false);
    setStatus({ kind: 'problem', text: refusalText(answer.reason) });
    field.current?.select();
  }

  return (
    <form id="unlock-form" class="card password-form" onSubmit={unlock}>
      <img src="/icons/lifeguard.svg" alt="" width="56" height="56" />
      <h1>{text('unlockTitle')}</h1>
      <label for="password">{text('password')}</label>
      <input
        ref={field}
        id="password"
        type="password"
        autocomplete="current-password"
        aria-describedby="problem"
        required
      />
      <StatusLine status={status} />
      <button id="unlock" class="primary" aria-disabled={isBusy}>
        {text(isBusy ? 'unlocking' : 'unlock')}
      </button>
    </form>
  );
}
