import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ui/ask.ts';
import { type Status, StatusLine } from '../ui/status-line.tsx';
import { later } from '../ui/later.tsx';
import { refusalText, text } from '../ui/text.ts';
import { useNow } from '../ui/use-now.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { AccountList } from './account-list.tsx';
import { Brand } from './brand.tsx';
import { BackupNote } from './backup-note.tsx';
import { FrameAccess } from './frame-access.tsx';
import { Header } from './header.tsx';
import { RecoveryCard } from './recovery-card.tsx';
import { SetUpCard } from './set-up-card.tsx';
import { SiteCard } from './site-card.tsx';
import { accountsAt } from './this-site.ts';
import { useVaultView } from './use-vault-view.ts';
import type { BegunSetUp } from './view-props.ts';

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
  const [begun, setBegun] = useState<BegunSetUp>();
  const [status, setStatus] = useState<Status>();
  useEffect(() => {
    // It may come after the vault was seen to be open.
    if (notice !== undefined) setStatus({ kind: 'news', text: notice });
  }, [notice]);

  const isAccepted = view?.page?.isAccepted === true;
  useEffect(() => {
    if (isAccepted) setStatus({ kind: 'news', text: text('setUpAccepted') });
  }, [isAccepted]);

  // The keyboard command opens the popup when it filled nothing.
  const failed = view?.page?.failed;
  useEffect(() => {
    if (failed !== undefined) setStatus({ kind: 'problem', text: refusalText(failed) });
  }, [failed]);

  // It stands above everything, and the popup may be scrolled.
  useEffect(() => {
    if (status !== undefined) scrollTo({ top: 0 });
  }, [status]);

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

  if (view === undefined) return <PageSkeleton brand={<Brand />} />;
  const shared = { view, now, begun, onBegun: setBegun, tell, reload, onLocked };
  const isAwaited = accountsAt(view.page, view.accounts).some(({ state }) => state === 'staged');
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
            {!isAwaited && <BackupNote count={view.total} />}
          </>
        )}
      </main>
    </>
  );
}
