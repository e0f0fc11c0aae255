import type { LimitRequest } from '@lifeguard/shared/mfa';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask, type RealmAccess } from '../api/ask.ts';
import { text } from '../messages.ts';
import { Card, WhenLoaded } from '../parts/card.tsx';
import { TextField } from '../parts/field.tsx';
import { formatMoment, formatUsd } from '../parts/format.ts';
import { Outcome } from '../parts/outcome.tsx';
import { Table } from '../parts/table.tsx';
import { useChange } from '../parts/use-change.ts';
import { useLoaded } from '../parts/use-loaded.ts';

/** Requests for a higher limit, and the ways to raise it. */
export function LimitCard({ access, onChanged }: { access: RealmAccess; onChanged: () => void }): JSX.Element {
  const { loaded, reload } = useLoaded(() =>
    ask<{ readonly requests: readonly LimitRequest[] }>(access, '/lifeguard/sms/limit-requests'),
  );
  const changed = () => {
    reload();
    onChanged();
  };
  return (
    <Card id="limit" title={text('limit.title')}>
      <WhenLoaded loaded={loaded} reload={reload}>
        {({ requests }) => (
          <>
            <OpenRequests
              access={access}
              requests={requests.filter(({ state }) => state === 'open')}
              onDecided={changed}
            />
            <Decided requests={requests.filter(({ state }) => state !== 'open')} />
          </>
        )}
      </WhenLoaded>
      <RequestForm access={access} onChanged={changed} />
      <LimitForm access={access} onChanged={changed} />
    </Card>
  );
}

interface OpenRequestsProps {
  readonly access: RealmAccess;
  readonly requests: readonly LimitRequest[];
  readonly onDecided: () => void;
}

function OpenRequests({ access, requests, onDecided }: OpenRequestsProps): JSX.Element {
  const change = useChange();

  function decide(id: string, decision: 'approve' | 'deny'): void {
    void change.run(async () => {
      await ask(access, `/lifeguard/sms/limit-requests/${encodeURIComponent(id)}/${decision}`, {
        method: 'POST',
        body: {},
      });
      onDecided();
    });
  }

  return (
    <>
      {requests.length === 0 && <p>{text('limit.no-open')}</p>}
      <ul class="requests">
        {requests.map(({ id, amountInMicroUsd, reason, requestedBy, requestedAtInMillis }) => {
          const amount = formatUsd(amountInMicroUsd);
          return (
            <li key={id}>
              <p>
                <strong>{amount}</strong> {reason}
              </p>
              <p class="soft">{text('limit.asked', { who: requestedBy, when: formatMoment(requestedAtInMillis) })}</p>
              <div class="actions">
                <button type="button" class="primary" disabled={change.busy} onClick={() => decide(id, 'approve')}>
                  {text('limit.approve', { amount })}
                </button>
                <button type="button" disabled={change.busy} onClick={() => decide(id, 'deny')}>
                  {text('limit.deny', { amount })}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      <Outcome change={change} done={text('limit.decided')} />
    </>
  );
}

function Decided({ requests }: { requests: readonly LimitRequest[] }): JSX.Element | null {
  if (requests.length === 0) return null;
  return (
    <details>
      <summary>{text('limit.decided-requests', { count: requests.length })}</summary>
      <Table
        caption={text('limit.decided-requests', { count: requests.length })}
        columns={[
          text('column.amount'),
          text('column.reason'),
          text('column.state'),
          text('column.by'),
          text('column.when'),
        ]}
        rows={requests.map(({ amountInMicroUsd, reason, state, decidedBy = '', decidedAtInMillis }) => [
          formatUsd(amountInMicroUsd),
          reason,
          text(state === 'approved' ? 'limit.approved' : 'limit.denied'),
          decidedBy,
          decidedAtInMillis === undefined ? '' : formatMoment(decidedAtInMillis),
        ])}
      />
    </details>
  );
}

interface FormProps {
  readonly access: RealmAccess;
  readonly onChanged: () => void;
}

function RequestForm({ access, onChanged }: FormProps): JSX.Element {
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const change = useChange();

  function submit(event: Event): void {
    event.preventDefault();
    void change.run(async () => {
      await ask(access, '/lifeguard/sms/limit-requests', { method: 'POST', body: { amount, reason } });
      setAmount('');
      setReason('');
      onChanged();
    });
  }

  return (
    <details>
      <summary>{text('limit.request')}</summary>
      <form onSubmit={submit}>
        <TextField
          label={text('limit.amount')}
          help={text('limit.amount.help')}
          value={amount}
          onChange={setAmount}
          required
        />
        <TextField label={text('limit.reason')} value={reason} onChange={setReason} required />
        <div class="actions">
          <button type="submit" disabled={change.busy}>
            {text('limit.request.send')}
          </button>
        </div>
        <Outcome change={change} done={text('limit.requested')} />
      </form>
    </details>
  );
}

function LimitForm({ access, onChanged }: FormProps): JSX.Element {
  const [amount, setAmount] = useState('');
  const change = useChange();

  function submit(event: Event): void {
    event.preventDefault();
    void change.run(async () => {
      await ask(access, '/lifeguard/sms/limit', { method: 'PUT', body: { amount } });
      setAmount('');
      onChanged();
    });
  }

  return (
    <details>
      <summary>{text('limit.set')}</summary>
      <form onSubmit={submit}>
        <TextField
          label={text('limit.new')}
          help={text('limit.amount.help')}
          value={amount}
          onChange={setAmount}
          required
        />
        <div class="actions">
          <button type="submit" disabled={change.busy}>
            {text('limit.set.save')}
          </button>
        </div>
        <Outcome change={change} done={text('limit.was-set')} />
      </form>
    </details>
  );
}
