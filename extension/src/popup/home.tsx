import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ui/ask.ts';
import { type Status, StatusLine } from '../ui/status-line.tsx';
import { later } from '../ui/later.tsx';
import { refusalText } from '../ui/text.ts';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/waiting.tsx';
import { AccountList } from './account-list.tsx';
import { Brand } from './brand.tsx';
import { BackupNote } from './backup-note.tsx';
import { FrameAccess } from './frame-access.tsx';
import { Header } from './header.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { SetUpCard } from './set-up-card.tsx';
import { SiteCard } from './site-card.tsx';
import { useVaultView } from './use-vault-view.ts';

const AddAccount = later(async () => (await import('./add-account.tsx')).AddAccount);

interface Props {
  readonly notice: string | undefined;
  readonly onLocked: () => void;
}

/** The open vault: this site on top, every account below. */
export function Home({ notice, onLocked }: Props) {
  const { view, reload } = useVaultView(onLocked);
  const now = useNow(500);
  const [isAdding, setAdding] = useState(false);
  const [status, setStatus] = useState<Status | undefined>(
    notice === undefined ? undefined : { kind: 'news', text: notice },
  );

  // The keyboard command opens the popup when it filled nothing.
  const failed = view?.page?.failed;
  useEffect(() => {
    if (failed !== undefined) setStatus({ kind: 'problem', text: refusalText(failed) });
  }, [failed]);

  async function lock(): Promise<void> {
    await ask('lockVault');
    onLocked();
  }

  /** Shows what came of an act; after a change the view is read anew. */
  async function tell(next: Status, options: { readonly changed: boolean }): Promise<void> {
    setStatus(next);
    if (options.changed) await reload();
  }

  /** What was said on the one view is no news on the other. */
  function turnTo({ isAdding: next }: { readonly isAdding: boolean }): void {
    setStatus(undefined);
    setAdding(next);
  }

  if (view === undefined) return <Waiting brand={<Brand />} />;
  const shared = { view, now, tell, reload, onLocked };
  return (
    <>
      <Header
        isAdding={isAdding}
        onAdd={() => turnTo({ isAdding: true })}
        onBack={() => turnTo({ isAdding: false })}
        onLock={lock}
      />
      <main>
        <StatusLine status={status} />
        {isAdding ? (
          <AddAccount {...shared} onAdded={() => setAdding(false)} />
        ) : (
          <>
            <SetUpCard {...shared} />
            <RecoveryCard {...shared} />
            <SiteCard {...shared} />
            <FrameAccess {...shared} />
            <AccountList {...shared} />
            <BackupNote count={view.total} />
          </>
        )}
      </main>
    </>
  );
}
