import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupStatus } from '../../messages/backup-api.ts';
import { ask } from '../../ui/ask.ts';
import { newPasswordKey } from '../../ui/new-password.ts';
import { PasswordPrompt } from '../../ui/password-prompt.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { stayInSight } from '../../ui/stay-in-sight.ts';
import type { Status } from '../../ui/status-line.tsx';
import { refusalText, text } from '../../ui/text.ts';
import { useOpener } from '../../ui/use-opener.ts';
import { ExportAccounts } from './export-accounts.tsx';
import { fileDay } from './file-day.ts';
import { TryBackup } from './try-backup.tsx';
import { useLedTo } from '../use-led-to.ts';
import { vaultPasswordKey } from '../vault-password.ts';

interface Props {
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  /** How many accounts there are. */
  readonly count: number;
  /** Whether the organisation lets accounts leave the vault. */
  readonly isAllowed: boolean;
  /** Reads the settings anew, too. */
  readonly tell: (status: Status) => Promise<void>;
}

type Step = { readonly at: 'rest' | 'try' } | { readonly at: 'save'; readonly problem: string | undefined };

/** An encrypted file of every account, a way to try it without risk, and the exports for other apps. */
export function Backup({ revision, count, isAllowed, tell }: Props) {
  const [status, setStatus] = useState<BackupStatus>();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const card = useRef<HTMLElement>(null);
  const saveOpener = useOpener(step.at === 'save');
  const tryOpener = useOpener(step.at === 'try');

  async function load(): Promise<void> {
    const answer = await ask('backupStatus');
    if (answer.ok) setStatus(answer);
  }
  useEffect(() => void load(), [revision]);
  useLedTo('save-backup', () => begin({ at: 'save', problem: undefined }));
  useLedTo('try-backup', () => begin({ at: 'try' }));

  function begin(first: Step): void {
    setStep(first);
    if (card.current !== null) stayInSight(card.current);
  }

  async function save(password: string): Promise<void> {
    const passwordKeyBase64 = await vaultPasswordKey(password);
    if (passwordKeyBase64 === undefined) return tell({ kind: 'problem', text: refusalText('locked') });
    const answer = await ask('saveBackup', { passwordKeyBase64, backup: await newPasswordKey(password) });
    if (!answer.ok) return setStep({ at: 'save', problem: refusalText(answer.reason) });
    saveFile(`lifeguard-backup-${fileDay(new Date())}.jwe`, answer.file);
    setStep({ at: 'rest' });
    await load();
    await tell({ kind: 'news', text: text('backupSaved') });
  }

  async function onTried(answer: Status): Promise<void> {
    setStep({ at: 'rest' });
    await load();
    await tell(answer);
  }

  const next = status && nextStep(status);
  if (!isAllowed) {
    return (
      <section class="card" aria-labelledby="backup" data-testid="backup">
        <h2 id="backup">{text('backupTitle')}</h2>
        <p>{refusalText('not-allowed')}</p>
      </section>
    );
  }
  return (
    <section class="card" aria-labelledby="backup" data-testid="backup" ref={card}>
      <h2 id="backup">{text('backupTitle')}</h2>
      <p>{text('backupText')}</p>
      {status !== undefined && count > 0 && <p data-testid="backup-status">{statusText(status)}</p>}
      {step.at === 'rest' && (
        <div class="row">
          <button
            ref={saveOpener}
            type="button"
            class={next === 'save' ? 'primary' : undefined}
            aria-disabled={count === 0}
            onClick={() => count > 0 && setStep({ at: 'save', problem: undefined })}
          >
            {text('backupSave')}
          </button>
          {status?.savedAtInMillis !== undefined && (
            <button
              ref={tryOpener}
              type="button"
              class={next === 'try' ? 'primary' : undefined}
              onClick={() => setStep({ at: 'try' })}
            >
              {text('backupTry')}
            </button>
          )}
        </div>
      )}
      {step.at === 'save' && (
        <PasswordPrompt
          label={text('vaultPassword')}
          hint={text('backupPasswordHint')}
          problem={step.problem}
          button={text('backupSave')}
          autocomplete="current-password"
          onPassword={save}
          onCancel={() => setStep({ at: 'rest' })}
        />
      )}
      {step.at === 'try' && <TryBackup onDone={onTried} onCancel={() => setStep({ at: 'rest' })} />}
      <ExportAccounts count={count} tell={tell} />
    </section>
  );
}

/** What is worth doing now; nothing where a backup with all accounts was tried. */
function nextStep({ savedAtInMillis, triedAtInMillis, newer }: BackupStatus): 'save' | 'try' | undefined {
  if (newer > 0 || (savedAtInMillis === undefined && triedAtInMillis === undefined)) return 'save';
  return triedAtInMillis === undefined ? 'try' : undefined;
}

function statusText({ savedAtInMillis, triedAtInMillis, newer }: BackupStatus): string {
  if (savedAtInMillis === undefined && triedAtInMillis === undefined) return text('backupNever');
  const day = new Date(triedAtInMillis ?? savedAtInMillis ?? 0).toLocaleDateString(document.documentElement.lang);
  const known = text(triedAtInMillis === undefined ? 'backupNotTried' : 'backupTried', day);
  return newer === 0 ? known : `${known} ${text('backupNewer', String(newer))}`;
}
