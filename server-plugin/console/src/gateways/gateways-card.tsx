import type { JSX } from 'preact';
import { ask, type RealmAccess } from '../api/ask.ts';
import { text } from '../messages.ts';
import { Card, WhenLoaded } from '../parts/card.tsx';
import { formatCount, formatMoment } from '../parts/format.ts';
import { Table } from '../parts/table.tsx';
import { useLoaded } from '../parts/use-loaded.ts';

/** A gateway as the node that answered has seen it since its start. */
interface Gateway {
  readonly id: string;
  readonly configured: boolean;
  /** Of its circuit breaker: `open` sends nothing to it for a while. */
  readonly state: 'closed' | 'open' | 'half-open';
  readonly accepted: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly lastFailureAtInMillis?: number;
  readonly lastFailure?: string;
}

export function GatewaysCard({ access }: { access: RealmAccess }): JSX.Element {
  const { loaded, reload } = useLoaded(() =>
    ask<{ readonly gateways: readonly Gateway[] }>(access, '/lifeguard/sms/gateways'),
  );
  return (
    <Card id="gateways" title={text('gateways.title')}>
      <WhenLoaded loaded={loaded} reload={reload}>
        {({ gateways }) => (gateways.length === 0 ? <p>{text('gateways.none')}</p> : <Gateways gateways={gateways} />)}
      </WhenLoaded>
    </Card>
  );
}

function Gateways({ gateways }: { gateways: readonly Gateway[] }): JSX.Element {
  return (
    <>
      <Table
        caption={text('gateways.caption')}
        columns={[
          text('column.gateway'),
          text('column.state'),
          text('column.accepted'),
          text('column.refused'),
          text('column.unanswered'),
        ]}
        rows={gateways.map((gateway) => [
          gateway.id,
          <State gateway={gateway} />,
          formatCount(gateway.accepted),
          formatCount(gateway.refused),
          formatCount(gateway.unanswered),
        ])}
      />
      {gateways.map(({ id, lastFailureAtInMillis, lastFailure }) =>
        lastFailureAtInMillis === undefined ? null : (
          <p class="soft" key={id}>
            {text('gateways.last-failure', {
              id,
              when: formatMoment(lastFailureAtInMillis),
              reason: lastFailure ?? '',
            })}
          </p>
        ),
      )}
    </>
  );
}

function State({ gateway: { configured, state } }: { gateway: Gateway }): JSX.Element {
  if (!configured) return <span class="badge badge-warning">{text('gateways.not-configured')}</span>;
  return <span class={`badge badge-${state === 'closed' ? 'ok' : 'problem'}`}>{text(`gateways.${state}`)}</span>;
}
