import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ui/ask.ts';
import { ifAnswered } from '../ui/if-answered.ts';
import { text } from '../ui/text.ts';
import { openSettingsAt } from './open-settings.ts';

/** Reminds of a backup while there is an account that no tried one holds. */
export function BackupNote({ count }: { readonly count: number }) {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    void ifAnswered(ask('backupStatus')).then((answer) => setDue(answer?.ok === true && answer.isDue));
  }, [count]);

  async function later(): Promise<void> {
    setDue(false);
    await ask('putBackupOff');
  }

  if (!isDue) return null;
  return (
    <section class="card backup-note" aria-labelledby="backup-due">
      <h2 id="backup-due">{text('backupDueTitle')}</h2>
      <p>{text('backupDueText')}</p>
      <div class="row">
        <button type="button" data-testid="backup-open" onClick={() => void openSettingsAt('backup')}>
          {text('backupDueOpen')}
        </button>
        <button type="button" class="plain" data-testid="backup-later" onClick={() => void later()}>
          {text('backupDueLater')}
        </button>
      </div>
    </section>
  );
}
