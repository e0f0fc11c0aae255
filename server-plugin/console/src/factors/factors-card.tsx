import type { JSX } from 'preact';
import { ask, type RealmAccess } from '../api/ask.ts';
import { Lines, PartsBar, type Tone } from '../charts/charts.tsx';
import { roundCeiling } from '../charts/scale.ts';
import { type MessageKey, text } from '../messages.ts';
import { Card, WhenLoaded } from '../parts/card.tsx';
import { formatCount, formatMoment, formatShare } from '../parts/format.ts';
import { AsTable } from '../parts/table.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { type FactorCounts, partsOf, type FactorPart } from './factor-counts.ts';

/** The answer of `GET factors`: how many users have which factor now, and on days before, the oldest first. */
interface FactorsAnswer extends FactorCounts {
  readonly countedAtInMillis: number;
  readonly history: readonly (FactorCounts & { readonly day: string })[];
}

const PARTS: readonly { readonly part: FactorPart; readonly tone: Tone; readonly name: MessageKey }[] = [
  { part: 'both', tone: 'one', name: 'factors.both' },
  { part: 'softwareTokenOnly', tone: 'two', name: 'factors.software-token-only' },
  { part: 'smsOnly', tone: 'three', name: 'factors.sms-only' },
  { part: 'none', tone: 'four', name: 'factors.none' },
];

export function FactorsCard({ access }: { access: RealmAccess }): JSX.Element {
  const { loaded, reload } = useLoaded(() => ask<FactorsAnswer>(access, '/lifeguard/factors'));
  return (
    <Card id="factors" title={text('factors.title')}>
      <WhenLoaded loaded={loaded} reload={reload}>
        {(answer) => (
          <>
            <Now counts={answer} />
            <History history={answer.history} />
          </>
        )}
      </WhenLoaded>
    </Card>
  );
}

function Now({ counts }: { counts: FactorsAnswer }): JSX.Element {
  const parts = partsOf(counts);
  return (
    <>
      <p class="figure">{text('factors.users', { users: formatCount(counts.users) })}</p>
      <PartsBar label={text('factors.title')} parts={PARTS.map(({ part, tone }) => ({ tone, value: parts[part] }))} />
      <ul class="legend">
        {PARTS.map(({ part, tone, name }) => (
          <li key={part}>
            <span class={`swatch swatch-${tone}`} aria-hidden="true" />
            {text('factors.share', {
              name: text(name),
              count: formatCount(parts[part]),
              share: formatShare(parts[part], counts.users),
            })}
          </li>
        ))}
      </ul>
      <p class="soft">{text('factors.counted', { when: formatMoment(counts.countedAtInMillis) })}</p>
    </>
  );
}

function History({ history }: { history: FactorsAnswer['history'] }): JSX.Element {
  if (history.length < 2) return <p class="soft">{text('factors.history.begins')}</p>;
  const days = history.map((entry) => ({ ...entry, parts: partsOf(entry) }));
  const lines = PARTS.map(({ part, tone }) => ({
    tone,
    values: days.map(({ parts, users }) => (users === 0 ? 0 : parts[part] / users)),
  }));
  const ceiling = Math.min(1, roundCeiling(lines.flatMap(({ values }) => values)));
  return (
    <figure>
      <figcaption>{text('factors.history')}</figcaption>
      <p class="soft">{text('factors.scale', { top: formatShare(ceiling, 1) })}</p>
      <Lines label={text('factors.history')} ceiling={ceiling} lines={lines} />
      <div class="ends">
        <span>{days[0]?.day}</span>
        <span>{days.at(-1)?.day}</span>
      </div>
      <AsTable
        caption={text('factors.history')}
        columns={[text('column.day'), text('column.users'), ...PARTS.map(({ name }) => text(name))]}
        rows={days.map(({ day, users, parts }) => [
          day,
          formatCount(users),
          ...PARTS.map(({ part }) => formatShare(parts[part], users)),
        ])}
      />
    </figure>
  );
}
