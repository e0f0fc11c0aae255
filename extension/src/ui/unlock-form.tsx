import { useEffect, useRef, useState } from 'preact/hooks';
import type { PasskeyUnlockAnswer, UnlockAnswer } from '../messages/vault-api.ts';
import { askPasskey } from '../passkey/ask-passkey.ts';
import type { Passkey } from '../passkey/passkey.ts';
import type { PasskeyRefusal } from '../passkey/passkey-refusal.ts';
import { isOutdated, type PasswordKeyParameters } from '../password-key/parameters.ts';
import type { Answer } from '../border.ts';
import { afterPaint } from './after-paint.ts';
import { ask } from './ask.ts';
import { newPasswordKey } from './new-password.ts';
import { closeThisTab, isInTab, isPasskeyTab, openPasskeyTab } from './passkey-tab.ts';
import { SaidOnce } from './said-once.tsx';
import { type Status, StatusLine } from './status-line.tsx';
import { refusalText, text } from './text.ts';

interface Props {
  readonly parameters: PasswordKeyParameters;
  readonly passkey: Passkey | undefined;
  /** With a text that the user should read, if there is one. */
  readonly onUnlocked: (notice: string | undefined) => void;
}

type UnlockResult = UnlockAnswer | PasskeyUnlockAnswer | Answer<never, PasskeyRefusal>;

export function UnlockForm({ parameters, passkey: stored, onUnlocked }: Props) {
  const passkey = 'PublicKeyCredential' in globalThis ? stored : undefined;
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [status, setStatus] = useState<Status>();
  useEffect(() => {
    field.current?.focus();
    if (passkey !== undefined && isPasskeyTab()) void unlockBy(() => tryPasskey(passkey));
  }, []);

  async function unlockBy(work: () => Promise<UnlockResult>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setStatus(undefined);
    const answer = await work();
    if (answer.ok) {
      const notice = answer.copy === 'previous' ? text('restoredPrevious') : undefined;
      if (notice === undefined && isPasskeyTab()) await closeThisTab();
      return onUnlocked(notice);
    }
    setBusy(false);
    setStatus({ kind: 'problem', text: refusalText(answer.reason) });
    field.current?.select();
  }

  async function tryPassword(): Promise<UnlockAnswer> {
    await afterPaint();
    // Whoever is let in already opens the page without it.
    const { derivePasswordKey } = await import('../password-key/derive-password-key.ts');
    const password = field.current?.value ?? '';
    const passwordKeyBase64 = await derivePasswordKey(password, parameters);
    const answer = await ask('unlockVault', { passwordKeyBase64 });
    // The same password, as hard to guess as one is today. Where that fails the vault is open all the same.
    if (answer.ok && isOutdated(parameters))
      await ask('changePassword', { passwordKeyBase64, next: await newPasswordKey(password) });
    return answer;
  }

  async function unlockWithPasskey(asked: Passkey): Promise<void> {
    if (await isInTab()) await unlockBy(() => tryPasskey(asked));
    else await openPasskeyTab();
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await unlockBy(tryPassword);
  }

  return (
    <form id="unlock-form" class="card password-form" onSubmit={submit}>
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
      <SaidOnce isOn={isBusy} says={text('unlocking')} />
      {passkey !== undefined && (
        <button
          id="unlock-with-passkey"
          type="button"
          aria-disabled={isBusy}
          onClick={() => void unlockWithPasskey(passkey)}
        >
          {text('unlockWithPasskey')}
        </button>
      )}
    </form>
  );
}

async function tryPasskey(passkey: Passkey): Promise<UnlockResult> {
  const given = await askPasskey(passkey, navigator.credentials);
  return given.ok ? ask('unlockWithPasskey', { passkeyKeyBase64: given.passkeyKeyBase64 }) : given;
}
