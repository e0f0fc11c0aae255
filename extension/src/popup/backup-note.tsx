import { useEffect, useState } from 'preact/hooks';
import type { BackupStatus } from '../messages/backup-api.ts';
import { ask } from '../ui/ask.ts';
import { ifAnswered } from '../ui/if-answered.ts';
import { text } from '../ui/text.ts';
import { openSettingsAt } from './open-settings.ts';

/** Reminds of a backup while there is an account that no tried one holds. */
export function BackupNote({ count }: { readonly count: number }) {
  const [due, setDue] = useState<BackupStatus>();
  useEffect(() => {
    void ifAnswered(ask('backupStatus')).then((answer) =>
      setDue(answer?.ok === true && answer.isDue ? answer : undefined),
    );
  }, [count]);

  async function later(): Promise<void> {
    setDue(undefined);
    await ask('putBackupOff');
  }

  if (due === undefined) return null;
  const { title, body, button, place } = wordsFor(due);
  return (
    <section class="card backup-note" aria-labelledby="backup-due">
      <h2 id="backup-due">{title}</h2>
      <p>{body}</p>
      <div class="row">
        <button type="button" data-testid="backup-open" onClick={() => void openSettingsAt(place)}>
          {button}
        </button>
        <button type="button" class="plain" data-testid="backup-later" onClick={() => void later()}>
          {text('backupDueLater')}
        </button>
      </div>
    </section>
  );
}

interface Words {
  readonly title: string;
  readonly body: string;
  readonly button: string;
  readonly place: 'save-backup' | 'try-backup';
}

function wordsFor({ savedAtInMillis, triedAtInMillis, newer }: BackupStatus): Words {
  const save = { button: text('backupSave'), place: 'save-backup' } as const;
  // One that the accounts came from was tried, and not saved here.
  const knownAtInMillis = savedAtInMillis ?? triedAtInMillis;
  if (knownAtInMillis === undefined) return { title: text('backupDueTitle'), body: text('backupDueText'), ...save };
  if (newer > 0) return { title: text('backupPartTitle'), body: text('backupNewer', String(newer)), ...save };
  const day = new Date(knownAtInMillis).toLocaleDateString(document.documentElement.lang);
  const title = text('backupTry');
  return { title, body: text('backupNotTried', day), button: title, place: 'try-backup' };
}
