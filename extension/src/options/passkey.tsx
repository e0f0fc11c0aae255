import { useEffect, useState } from 'preact/hooks';
import { makePasskey } from '../passkey/make-passkey.ts';
import { offersPasskeys } from '../passkey/offers-passkeys.ts';
import type { AddedPasskey } from '../passkey/passkey.ts';
import { ask } from '../ui/ask.ts';
import { PasswordPrompt } from '../ui/password-prompt.tsx';
import type { Status } from '../ui/status-line.tsx';
import { refusalText, text } from '../ui/text.ts';
import { useOpener } from '../ui/use-opener.ts';
import { vaultPasswordKey } from './vault-password.ts';

interface Props {
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  /** Reads the settings anew, too. */
  readonly tell: (status: Status) => Promise<void>;
}

interface View {
  readonly passkey: AddedPasskey | undefined;
  readonly isOffered: boolean;
}

type Step = { readonly at: 'rest' } | { readonly at: 'add'; readonly problem: string | undefined };

/** A passkey that opens the vault beside the password. */
export function Passkey({ revision, tell }: Props) {
  const [view, setView] = useState<View>();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const opener = useOpener(step.at === 'add');

  async function load(): Promise<void> {
    const [status, isOffered] = await Promise.all([ask('vaultStatus'), offersPasskeys()]);
    if (status.state === 'unlocked') setView({ passkey: status.passkey, isOffered });
  }
  useEffect(() => void load(), [revision]);

  async function onChanged(news: string): Promise<void> {
    setStep({ at: 'rest' });
    await tell({ kind: 'news', text: news });
  }

  async function add(password: string): Promise<void> {
    const problem = await tryToAdd(password);
    if (problem === undefined) await onChanged(text('passkeyAdded'));
    else setStep({ at: 'add', problem });
  }

  async function remove(): Promise<void> {
    const answer = await ask('removePasskey');
    if (answer.ok) await onChanged(text('passkeyRemoved'));
    else await tell({ kind: 'problem', text: refusalText(answer.reason) });
  }

  return (
    <section class="card" aria-labelledby="passkey" data-testid="passkey">
      <h2 id="passkey">{text('passkeyTitle')}</h2>
      <p>{text('passkeyText')}</p>
      {view?.passkey !== undefined && <p data-testid="passkey-status">{addedText(view.passkey)}</p>}
      {view?.isOffered === false && <p>{refusalText('passkeys-not-offered')}</p>}
      {view !== undefined && step.at === 'rest' && (
        <div class="row">
          {view.isOffered && (
            <button ref={opener} type="button" onClick={() => setStep({ at: 'add', problem: undefined })}>
              {text(view.passkey === undefined ? 'passkeyAdd' : 'passkeyReplace')}
            </button>
          )}
          {view.passkey !== undefined && (
            <button type="button" class="danger" onClick={() => void remove()}>
              {text('passkeyRemove')}
            </button>
          )}
        </div>
      )}
      {step.at === 'add' && (
        <PasswordPrompt
          label={text('vaultPassword')}
          hint={text('passkeyPasswordHint')}
          problem={step.problem}
          button={text('passkeyAdd')}
          autocomplete="current-password"
          onPassword={add}
          onCancel={() => setStep({ at: 'rest' })}
        />
      )}
    </section>
  );
}

/** @returns why it was not done */
async function tryToAdd(password: string): Promise<string | undefined> {
  const passwordKeyBase64 = await vaultPasswordKey(password);
  if (passwordKeyBase64 === undefined) return refusalText('locked');
  // A passkey for a password that is wrong would stay behind with whoever keeps the user's passkeys.
  const checked = await ask('checkPassword', { passwordKeyBase64 });
  if (!checked.ok) return refusalText(checked.reason);
  const made = await makePasskey(navigator.credentials);
  if (!made.ok) return made.reason === 'passkey-not-used' ? text('passkeyNotAdded') : refusalText(made.reason);
  const answer = await ask('addPasskey', { passwordKeyBase64, passkey: made.passkey });
  return answer.ok ? undefined : refusalText(answer.reason);
}

function addedText({ createdAtInMillis }: AddedPasskey): string {
  return text('passkeyOn', new Date(createdAtInMillis).toLocaleDateString(document.documentElement.lang));
}
