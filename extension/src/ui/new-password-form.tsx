import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { newPasswordKeyParameters } from '../password-key/parameters.ts';
import { afterPaint } from './after-paint.ts';
import { ask } from './ask.ts';
import { type Status, StatusLine } from './status-line.tsx';
import { refusalText, text } from './text.ts';

export function NewPasswordForm({ onCreated }: { readonly onCreated: () => void }) {
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [minLength, setMinLength] = useState<number>();
  // The browser may take a while to know it.
  const policy = useMemo(() => ask('readPolicy'), []);
  const [status, setStatus] = useState<Status>();
  useEffect(() => {
    first.current?.focus();
    void policy.then(({ minPasswordLength }) => setMinLength(minPasswordLength));
  }, []);

  function refuse(problem: string, field: HTMLInputElement | null): void {
    setBusy(false);
    setStatus({ kind: 'problem', text: problem });
    field?.focus();
  }

  async function create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const password = first.current?.value ?? '';
    // In characters as people count them, not in UTF-16 units.
    const { minPasswordLength } = await policy;
    if ([...password].length < minPasswordLength) {
      return refuse(text('passwordTooShort', String(minPasswordLength)), first.current);
    }
    if (second.current?.value !== password) return refuse(text('passwordsDiffer'), second.current);
    setBusy(true);
    setStatus(undefined);
    await afterPaint();
    // Whoever is let in already opens the page without it.
    const { derivePasswordKey } = await import('../password-key/derive-password-key.ts');
    const parameters = newPasswordKeyParameters((length) => crypto.getRandomValues(new Uint8Array(length)));
    const passwordKeyBase64 = await derivePasswordKey(password, parameters);
    const answer = await ask('createVault', { passwordKeyBase64, parameters });
    if (answer.ok) onCreated();
    else refuse(refusalText(answer.reason), first.current);
  }

  return (
    <form id="new-password-form" class="card password-form" onSubmit={create} novalidate>
      <img src="/icons/lifeguard.svg" alt="" width="56" height="56" />
      <h1>{text('welcomeTitle')}</h1>
      <p>{text('welcomeText')}</p>
      <label for="new-password">{text('password')}</label>
      <input
        ref={first}
        id="new-password"
        type="password"
        autocomplete="new-password"
        aria-describedby="password-hint problem"
        required
      />
      <p id="password-hint" class="hint">
        {minLength !== undefined && text('passwordHint', String(minLength))}
      </p>
      <label for="new-password-again">{text('passwordAgain')}</label>
      <input
        ref={second}
        id="new-password-again"
        type="password"
        autocomplete="new-password"
        aria-describedby="problem"
        required
      />
      <p class="warning">{text('welcomeWarning')}</p>
      <StatusLine status={status} />
      <button id="create-vault" class="primary" aria-disabled={isBusy}>
        {text(isBusy ? 'creatingVault' : 'createVault')}
      </button>
    </form>
  );
}
