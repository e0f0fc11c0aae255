import { useEffect, useState } from 'preact/hooks';
import { browser } from '../browser.ts';
import type { AccountDescription } from '../messages.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import type { Settings } from '../settings.ts';
import { ask } from '../ui/ask.ts';
import { type Status, StatusLine } from '../ui/status-line.tsx';
import { text } from '../ui/text.ts';
import { AccountSites } from './account-sites.tsx';
import { Backup } from './backup/backup.tsx';
import { ImportAccounts } from './import/import-accounts.tsx';
import { LockTime } from './lock-time.tsx';
import { SiteAccess } from './site-access.tsx';
import { WhyHere } from './why-here.tsx';

interface View {
  readonly settings: Settings;
  readonly policy: ManagedPolicy;
  readonly accounts: readonly AccountDescription[];
}

export function Options({ onLocked }: { readonly onLocked: () => void }) {
  const [view, setView] = useState<View>();
  const [status, setStatus] = useState<Status>();

  async function load(): Promise<void> {
    const [settings, policy, list] = await Promise.all([ask('readSettings'), ask('readPolicy'), ask('listAccounts')]);
    if (list.ok) setView({ settings, policy, accounts: list.accounts });
    else onLocked();
  }
  useEffect(() => void load(), []);

  async function tell(next: Status): Promise<void> {
    setStatus(next);
    await load();
  }

  if (view === undefined) return <p class="loading">{text('loading')}</p>;
  return (
    <main>
      <h1>
        <img src="/icons/lifeguard.svg" alt="" width="36" height="36" />
        {text('optionsTitle')}
      </h1>
      <StatusLine status={status} />
      <LockTime settings={view.settings} policy={view.policy} tell={tell} />
      <Backup count={view.accounts.length} isAllowed={view.policy.exportAllowed} tell={tell} />
      <ImportAccounts tell={tell} />
      <section class="card" aria-labelledby="sites">
        <h2 id="sites">{text('sites')}</h2>
        <p>{text('sitesText')}</p>
        {view.accounts.map((account) => (
          <AccountSites key={account.id} account={account} tell={tell} />
        ))}
      </section>
      <SiteAccess tell={tell} />
      <WhyHere />
      <section class="card" aria-labelledby="about">
        <h2 id="about">{text('about')}</h2>
        <p>{text('aboutText')}</p>
        <p class="hint">{text('version', browser.runtime.getManifest().version)}</p>
      </section>
    </main>
  );
}
