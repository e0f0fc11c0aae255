import type { SpendReport } from '@lifeguard/shared/mfa';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ask, type RealmAccess } from '../api/ask.ts';
import { LevelBar, Meter, UprightBars } from '../charts/charts.tsx';
import { isMessageKey, text } from '../messages.ts';
import { Card, WhenLoaded } from '../parts/card.tsx';
import { formatCount, formatCountry, formatMonth, formatShare, formatUsd } from '../parts/format.ts';
import { AsTable } from '../parts/table.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { daysOf, monthsLater } from './months.ts';

/** What a month has cost and what was refused in it, which one answer says. Which month it is, the server says. */
export function SpendCards({ access }: { access: RealmAccess }): JSX.Element {
  const [month, setMonth] = useState<string>();
  const [present, setPresent] = useState<string>();
  const { loaded, reload } = useLoaded(async () => {
    const spend = await ask<SpendReport>(access, `/lifeguard/sms/spend${month === undefined ? '' : `?month=${month}`}`);
    if (month === undefined) setPresent(spend.month);
    return spend;
  }, month);
  const shown = month ?? present;
  const go = (months: number) => shown !== undefined && setMonth(monthsLater(shown, months));
  return (
    <>
      <Card id="spend" title={text('spend.title')}>
        <div class="actions">
          <button type="button" disabled={shown === undefined} onClick={() => go(-1)}>
            {text('spend.earlier')}
          </button>
          <strong aria-live="polite">{shown === undefined ? undefined : formatMonth(shown)}</strong>
          <button type="button" disabled={shown === present} onClick={() => go(1)}>
            {text('spend.later')}
          </button>
        </div>
        <WhenLoaded loaded={loaded} reload={reload}>
          {(spend) => <Spend spend={spend} />}
        </WhenLoaded>
      </Card>
      <Card id="refusals" title={text('refusals.title')}>
        <WhenLoaded loaded={loaded} reload={reload}>
          {(spend) => <Refusals spend={spend} />}
        </WhenLoaded>
      </Card>
    </>
  );
}

function Spend({ spend }: { spend: SpendReport }): JSX.Element {
  const { spentInMicroUsd: spent, limitInMicroUsd: limit, texts } = spend;
  const used = text('spend.used', {
    spent: formatUsd(spent),
    limit: formatUsd(limit),
    share: formatShare(spent, limit),
  });
  return (
    <>
      <p class="figure">{used}</p>
      <Meter label={used} value={spent} limit={limit} />
      <p class="soft">{text('spend.texts', { texts: formatCount(texts) })}</p>
      <ByDay spend={spend} />
      <ByCountry spend={spend} />
    </>
  );
}

function ByDay({ spend: { month, byDay } }: { spend: SpendReport }): JSX.Element {
  const days = daysOf(month);
  const costs = days.map((day) => byDay.find((entry) => entry.day === day)?.costInMicroUsd ?? 0);
  return (
    <figure>
      <figcaption>{text('spend.by-day')}</figcaption>
      <p class="soft scale">{text('spend.highest-day', { cost: formatUsd(Math.max(...costs)) })}</p>
      <UprightBars label={text('spend.by-day')} values={costs} />
      <div class="ends">
        <span>{days[0]}</span>
        <span>{days.at(-1)}</span>
      </div>
      <AsTable
        caption={text('spend.by-day')}
        columns={[text('column.day'), text('column.texts'), text('column.cost')]}
        rows={byDay.map(({ day, texts, costInMicroUsd }) => [day, formatCount(texts), formatUsd(costInMicroUsd)])}
      />
    </figure>
  );
}

/** What the ledger writes where a number belongs to no country that it knows. */
const UNKNOWN_COUNTRY = '--';

function ByCountry({ spend: { byCountry } }: { spend: SpendReport }): JSX.Element {
  const ceiling = Math.max(0, ...byCountry.map(({ costInMicroUsd }) => costInMicroUsd));
  const sorted = byCountry.toSorted((a, b) => b.costInMicroUsd - a.costInMicroUsd);
  return (
    <figure>
      <figcaption>{text('spend.by-country')}</figcaption>
      {sorted.length === 0 && <p class="soft">{text('spend.none')}</p>}
      <ul class="levels">
        {sorted.map(({ country, texts, costInMicroUsd }) => (
          <li key={country}>
            <span>{country === UNKNOWN_COUNTRY ? text('country.unknown') : formatCountry(country)}</span>
            <span>{text('spend.of-country', { cost: formatUsd(costInMicroUsd), texts: formatCount(texts) })}</span>
            <LevelBar value={costInMicroUsd} ceiling={ceiling} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Refusals({ spend: { refusals, month } }: { spend: SpendReport }): JSX.Element {
  if (refusals.length === 0) return <p>{text('refusals.none', { month: formatMonth(month) })}</p>;
  const ceiling = Math.max(...refusals.map(({ texts }) => texts));
  return (
    <ul class="levels">
      {refusals
        .toSorted((a, b) => b.texts - a.texts)
        .map(({ reason, texts }) => (
          <li key={reason}>
            <span>{refusalInWords(reason)}</span>
            <span>{formatCount(texts)}</span>
            <LevelBar value={texts} ceiling={ceiling} />
          </li>
        ))}
    </ul>
  );
}

/** A reason that this page has no words for is shown by its code. */
function refusalInWords(reason: string): string {
  const key = `refusal.${reason}`;
  return isMessageKey(key) ? text(key) : reason;
}
