import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import type { Settings } from '../settings.ts';
import { ask } from '../ui/ask.ts';
import { type Status, StatusLine } from '../ui/status-line.tsx';
import { text } from '../ui/text.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Backup } from './backup/backup.tsx';
import { Brand } from './brand.tsx';
import { ChangePassword } from './change-password.tsx';
import { ImportAccounts } from './import/import-accounts.tsx';
import { LockTime } from './lock-time.tsx';
import { Passkey } from './passkey.tsx';
import { SiteAccess } from './site-access.tsx';
import type { PoolWork } from './pools/pool-work.ts';
import { Pools } from './pools/pools.tsx';
import { Sites } from './sites.tsx';
import { WhyHere } from './why-here.tsx';

interface View {
  readonly settings: Settings;
  readonly policy: ManagedPolicy;
  /** How many accounts there are. */
  readonly total: number;
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
}

interface Props {
  /** What the user should read first, if there is something. */
  readonly notice: string | undefined;
  readonly onLocked: () => void;
  readonly poolWork: PoolWork;
}

export function Options({ notice, onLocked, poolWork }: Props) {
  const [view, setView] = useState<View>();
  const [status, setStatus] = useState<Status>();
  useEffect(() => {
    // It may come after the vault was seen to be open.
    if (notice !== undefined) setStatus({ kind: 'news', text: notice });
  }, [notice]);

  async function load(): Promise<void> {
    const [settings, policy, list] = await Promise.all([
      ask('readSettings'),
      ask('readPolicy'),
      ask('listAccounts', { ids: [] }),
    ]);
    if (!list.ok) return onLocked();
    setView((before) => ({ settings, policy, total: list.total, revision: (before?.revision ?? 0) + 1 }));
  }
  useEffect(() => {
    void load();
    // The popup, which takes the focus, changes things while this page stays open.
    const reload = () => void load();
    addEventListener('focus', reload);
    return () => removeEventListener('focus', reload);
  }, []);

  function forget(): void {
    setStatus(undefined);
  }

  async function tell(next: Status): Promise<void> {
    setStatus(next);
    await load();
  }

  if (view === undefined) return <PageSkeleton brand={<Brand />} />;
  return (
    // What was said of the last thing is no answer to the next one, which may fail in its own card.
    <main onSubmitCapture={forget} onChangeCapture={forget} onDropCapture={forget}>
      <h1>
        <span class="logo" />
        {text('optionsTitle')}
      </h1>
      <StatusLine status={status} />
      <LockTime settings={view.settings} policy={view.policy} tell={tell} />
      <ChangePassword tell={tell} />
      <Passkey revision={view.revision} tell={tell} />
      <Backup revision={view.revision} count={view.total} isAllowed={view.policy.exportAllowed} tell={tell} />
      <ImportAccounts revision={view.revision} tell={tell} />
      <Pools revision={view.revision} policy={view.policy} reload={load} work={poolWork} />
      <Sites revision={view.revision} total={view.total} tell={tell} reload={load} onLocked={onLocked} />
      <SiteAccess revision={view.revision} tell={tell} />
      <WhyHere />
      <section class="card" aria-labelledby="about">
        <h2 id="about">{text('about')}</h2>
        <p>{text('aboutText')}</p>
        <p class="hint">{text('version', browser.runtime.getManifest().version)}</p>
      </section>
    </main>
  );
}
