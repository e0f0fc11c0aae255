import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask, AskError, type RealmAccess } from './api/ask.ts';
import { AuditCard } from './audit/audit-card.tsx';
import { FactorsCard } from './factors/factors-card.tsx';
import { GatewaysCard } from './gateways/gateways-card.tsx';
import { text } from './messages.ts';
import { WhenLoaded } from './parts/card.tsx';
import { useLoaded } from './parts/use-loaded.ts';
import type { Place } from './place.ts';
import { PolicyCard } from './policy/policy-card.tsx';
import { MissingRole } from './sign-in/sign-in-pages.tsx';
import type { Administrator } from './sign-in/sign-in.ts';
import { LimitCard } from './spend/limit-card.tsx';
import { SpendCards } from './spend/spend-cards.tsx';
import { SpendSettingsCard } from './spend/spend-settings-card.tsx';

interface AppProps {
  readonly place: Place;
  readonly administrator: Administrator;
}

export function App({ place, administrator }: AppProps): JSX.Element {
  const access = { ...place, getAccessToken: administrator.getAccessToken };
  // The first question says whether this account may look at all.
  const { loaded, reload } = useLoaded(() => mayLook(access));
  return (
    <>
      <Header place={place} administrator={administrator} />
      <main>
        <WhenLoaded loaded={loaded} reload={reload}>
          {(may) =>
            may ? <Cards access={access} /> : <MissingRole username={administrator.username} realm={place.realm} />
          }
        </WhenLoaded>
      </main>
    </>
  );
}

async function mayLook(access: RealmAccess): Promise<boolean> {
  try {
    await ask(access, '/lifeguard/status');
    return true;
  } catch (error) {
    if (error instanceof AskError && error.status === 403) return false;
    throw error;
  }
}

function Header({ place, administrator }: AppProps): JSX.Element {
  return (
    <header>
      <h1>
        {text('title')} <span class="realm">{place.realm}</span>
      </h1>
      <p>{text('signed-in-as', { username: administrator.username })}</p>
      <button type="button" onClick={administrator.signOut}>
        {text('sign-out')}
      </button>
    </header>
  );
}

const SECTIONS = ['factors', 'spend', 'refusals', 'gateways', 'limit', 'audit', 'policy', 'spend-settings'] as const;

function Cards({ access }: { access: RealmAccess }): JSX.Element {
  // A limit that was changed shows in the spend, which is read anew then.
  const [limitChanges, setLimitChanges] = useState(0);
  return (
    <>
      <nav aria-label={text('sections')}>
        <ul>
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{text(`section.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="columns">
        <div class="column">
          <FactorsCard access={access} />
          <SpendCards key={limitChanges} access={access} />
          <GatewaysCard access={access} />
          <LimitCard access={access} onChanged={() => setLimitChanges((before) => before + 1)} />
          <AuditCard access={access} />
        </div>
        <div class="column">
          <PolicyCard access={access} />
          <SpendSettingsCard access={access} />
        </div>
      </div>
    </>
  );
}
