import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportForm } from '../../messages/backup-api.ts';
import { accountTitle } from '../../ui/account-title.ts';
import { ask } from '../../ui/ask.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { Status } from '../../ui/status-line.tsx';
import { refusalText, text } from '../../ui/text.ts';
import { useOpener } from '../../ui/use-opener.ts';
import { vaultPasswordKey } from '../vault-password.ts';

interface Props {
  readonly count: number;
  readonly tell: (status: Status) => Promise<void>;
}

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'password'; readonly form: ExportForm; readonly problem?: string }
  | { readonly at: 'codes'; readonly codes: Codes };

interface Codes {
  readonly uris: readonly string[];
  readonly Component: FunctionComponent<{ readonly uris: readonly string[]; readonly onDone: () => void }>;
}

/** Accounts for other apps, with their secrets as they are. */
export function ExportAccounts({ count, tell }: Props) {
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const lines = useOpener(step.at === 'password' && step.form === 'otpauth');
  const codes = useOpener(step.at === 'codes' || (step.at === 'password' && step.form === 'migration'));

  async function give(form: ExportForm, password: string): Promise<void> {
    const passwordKeyBase64 = await vaultPasswordKey(password);
    if (passwordKeyBase64 === undefined) return tell({ kind: 'problem', text: refusalText('locked') });
    const answer = await ask('exportAccounts', { passwordKeyBase64, form });
    if (!answer.ok) return setStep({ at: 'password', form, problem: refusalText(answer.reason) });
    if (form === 'otpauth') saveFile('lifeguard-accounts.txt', `${answer.texts.join('\n')}\n`);
    if (form === 'migration' && answer.texts.length > 0) {
      // Few people ever need it: the page opens without it.
      const { MigrationCodes } = await import('./migration-codes.tsx');
      setStep({ at: 'codes', codes: { uris: answer.texts, Component: MigrationCodes } });
    } else setStep({ at: 'rest' });
    const left = answer.left.map(accountTitle).join(', ');
    if (left !== '') return tell({ kind: 'problem', text: text('exportLeft', left) });
    if (form === 'otpauth') await tell({ kind: 'news', text: text('exportSaved') });
  }

  return (
    <details class="export">
      <summary>{text('exportTitle')}</summary>
      <p class="warning">{text('exportWarning')}</p>
      <p class="hint">{text('exportNoRecovery')}</p>
      {step.at === 'rest' && (
        <div class="row">
          <button ref={lines} type="button" aria-disabled={count === 0} onClick={() => count > 0 && begin('otpauth')}>
            {text('exportLines')}
          </button>
          <button ref={codes} type="button" aria-disabled={count === 0} onClick={() => count > 0 && begin('migration')}>
            {text('exportCodes')}
          </button>
        </div>
      )}
      {step.at === 'password' && (
        <PasswordPrompt
          label={text('vaultPassword')}
          hint={text('exportPasswordHint')}
          problem={step.problem}
          button={text(step.form === 'otpauth' ? 'exportLines' : 'exportCodes')}
          autocomplete="current-password"
          onPassword={(password) => give(step.form, password)}
          onCancel={() => setStep({ at: 'rest' })}
        />
      )}
      {step.at === 'codes' && <step.codes.Component uris={step.codes.uris} onDone={() => setStep({ at: 'rest' })} />}
    </details>
  );

  function begin(form: ExportForm): void {
    setStep({ at: 'password', form });
  }
}
