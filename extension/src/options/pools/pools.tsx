import { useEffect, useRef, useState } from 'preact/hooks';
import type { ManagedPolicy } from '../../managed-policy.ts';
import type { AccountDescription } from '../../messages/account-views-api.ts';
import type { ConnectAnswer } from '../../messages/pools-api.ts';
import { ask } from '../../ui/ask.ts';
import { SaidOnce } from '../../ui/said-once.tsx';
import { type Status, StatusLine } from '../../ui/status-line.tsx';
import { text, type TextKey } from '../../ui/text.ts';
import { useHeadingLedTo } from '../use-led-to.ts';
import { ConnectedAccount } from './connected-account.tsx';
import { poolText } from './pool-text.ts';
import type { PoolWork } from './pool-work.ts';

interface Props {
  /** Counts up when the vault is read anew, as after each change. */
  readonly revision: number;
  readonly policy: ManagedPolicy;
  /** Reads the settings anew. */
  readonly reload: () => Promise<void>;
  readonly work: PoolWork;
}

/** Connects Lifeguard to a user pool, without a page that shows a key, and leaves it again. */
export function Pools({ revision, policy, reload, work }: Props) {
  const { pool } = policy;
  const { isBusy, problem, status } = work;
  const address = useRef<HTMLInputElement>(null);
  const heading = useHeadingLedTo('pools');
  const [connected, setConnected] = useState<readonly AccountDescription[]>([]);
  // What has ended may have left an account that waits for a decision, or be of a page before the vault was locked.
  useEffect(() => void load(), [revision, isBusy]);
  useEffect(() => work.forget, []);

  async function load(): Promise<void> {
    const answer = await ask('listAccounts');
    if (answer.ok) setConnected(answer.accounts.filter((account) => account.pool !== undefined));
  }

  async function connect(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    work.set({ isBusy: true });
    const answer = await ask('connectPool', { address: address.current?.value ?? '' });
    if (!answer.ok) return work.set({ isBusy: false, problem: poolText(answer) });
    if (address.current !== null) address.current.value = '';
    await tell({ kind: 'news', text: newsOf(answer) });
  }

  async function tell(next: Status): Promise<void> {
    work.set({ isBusy: false, status: next });
    await reload();
  }

  return (
    <section class="card" aria-labelledby="pools" data-testid="pools">
      <h2 id="pools" ref={heading} tabIndex={-1}>
        {text('pools')}
      </h2>
      <p>{pool === undefined ? text('poolsText') : text('poolsTextManaged')}</p>
      <form class="paste" onSubmit={connect} novalidate>
        {pool === undefined ? (
          <>
            <label for="pool-address">{text('poolAddress')}</label>
            <input
              ref={address}
              id="pool-address"
              type="url"
              dir="ltr"
              autocomplete="off"
              spellcheck={false}
              placeholder="https://id.example.org/realms/acme"
              aria-describedby="pool-hint"
              aria-invalid={problem !== undefined}
            />
          </>
        ) : (
          pool.address !== '' && (
            <p class="origins" dir="ltr">
              {pool.address}
            </p>
          )
        )}
        <p
          id="pool-hint"
          class={problem === undefined ? 'hint' : 'problem'}
          role={problem === undefined ? undefined : 'alert'}
        >
          {problem ?? text('poolHint')}
        </p>
        <div class="row">
          <button class="primary" aria-disabled={isBusy}>
            {text(isBusy ? 'poolConnecting' : 'poolConnect')}
          </button>
          <SaidOnce isOn={isBusy} says={text('poolConnecting')} />
        </div>
      </form>
      <StatusLine status={status} id="pool" />
      {connected.map((account) => (
        <ConnectedAccount key={account.id} account={account} work={work} tell={tell} />
      ))}
    </section>
  );
}

const NEWS = {
  OFF: 'poolConnectedOff',
  OPTIONAL: 'poolConnectedOptional',
  ON: 'poolConnectedOn',
} as const satisfies Record<string, TextKey>;

function newsOf({ pool, isPreferred }: ConnectAnswer & { readonly ok: true }): string {
  const others = pool.factors.includes('SMS_MFA') ? ` ${text('poolOffersTexts')}` : '';
  const preference = isPreferred ? '' : ` ${text('poolNotPreferred')}`;
  return `${text(NEWS[pool.mfa], pool.name)}${others}${preference}`;
}
