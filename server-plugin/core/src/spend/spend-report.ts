import { dayOf, parseSpendPolicy, type SpendReport, type SpendSum } from '@lifeguard/shared/mfa';
import type { Ports, SpendTally } from '../ports.ts';
import type { SpendRefusal } from './spend-refusal.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const PAID = ['accepted', 'unanswered'];
const RECEIPTS = ['delivered', 'undelivered'];

/**
 * What a month has cost.
 * @param input `month`: `2026-11`; this month unless given
 */
export function spendReport(
  { month }: { readonly month?: unknown },
  ports: Ports,
): (SpendReport & { readonly ok: true }) | SpendRefusal {
  const asked = month === undefined ? dayOf(ports.now()).slice(0, 7) : month;
  if (typeof asked !== 'string' || !MONTH.test(asked)) {
    return { ok: false, code: 'invalid-month', reason: 'The month must be written like 2026-11.' };
  }
  const parsed = parseSpendPolicy(ports.poolAttributes());
  if (!parsed.ok) {
    const reason = parsed.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
    return { ok: false, code: 'settings-unreadable', reason };
  }
  const { spentInMicroUsd, tallies } = ports.spendOf({ month: asked });
  const paid = tallies.filter(({ outcome }) => PAID.includes(outcome));
  const refused = tallies.filter(({ outcome }) => !PAID.includes(outcome) && !RECEIPTS.includes(outcome));
  const received = (receipt: string) => sum(tallies.filter(({ outcome }) => outcome === receipt)).texts;
  return {
    ok: true,
    month: asked,
    limitInMicroUsd: parsed.spend.monthlyLimitInMicroUsd,
    spentInMicroUsd,
    texts: sum(paid).texts,
    delivered: received('delivered'),
    undelivered: received('undelivered'),
    byDay: grouped(paid, ({ day }) => day)
      .map(([day, group]) => ({ day, ...sum(group) }))
      .toSorted((one, other) => (one.day < other.day ? -1 : 1)),
    byCountry: grouped(paid, ({ country }) => country)
      .map(([country, group]) => ({ country, ...sum(group) }))
      .toSorted((one, other) => other.costInMicroUsd - one.costInMicroUsd),
    refusals: grouped(refused, ({ outcome }) => outcome)
      .map(([reason, group]) => ({ reason, texts: sum(group).texts }))
      .toSorted((one, other) => other.texts - one.texts),
  };
}

function sum(tallies: readonly SpendTally[]): SpendSum {
  return tallies.reduce(
    (all, one) => ({ texts: all.texts + one.texts, costInMicroUsd: all.costInMicroUsd + one.costInMicroUsd }),
    { texts: 0, costInMicroUsd: 0 },
  );
}

function grouped(
  tallies: readonly SpendTally[],
  keyOf: (tally: SpendTally) => string,
): readonly (readonly [string, readonly SpendTally[]])[] {
  const groups = new Map<string, SpendTally[]>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    groups.set(key, [...(groups.get(key) ?? []), tally]);
  }
  return Array.from(groups.entries());
}
