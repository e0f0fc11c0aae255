import {
  formatSpendPolicy,
  formatUsd,
  parseSpendPolicy,
  parseUsd,
  SPEND_ATTRIBUTES,
  type SpendPolicyResult,
} from '@lifeguard/shared/mfa';
import { readChanges } from '../pool/read-changes.ts';
import type { Ports } from '../ports.ts';
import type { SpendRefusal } from './spend-refusal.ts';

/** What texts may cost, as the realm's attributes say it; those that nobody has set are stated too. */
export type SpendSettings =
  | { readonly ok: true; readonly attributes: Readonly<Record<string, string>> }
  | Extract<SpendPolicyResult, { readonly ok: false }>;

export function showSpendSettings(_input: unknown, ports: Ports): SpendSettings {
  const parsed = parseSpendPolicy(ports.poolAttributes());
  return parsed.ok ? { ok: true, attributes: formatSpendPolicy(parsed.spend) } : parsed;
}

/**
 * Changes some of the settings. Nothing is written unless all of them are valid afterwards.
 * @param input `attributes`: the realm attributes to change, by name
 */
export function changeSpendSettings({ attributes }: { readonly attributes?: unknown }, ports: Ports): SpendSettings {
  const changes = readChanges(attributes, Object.values(SPEND_ATTRIBUTES));
  if (!changes.ok) return changes;
  const parsed = parseSpendPolicy({ ...ports.poolAttributes(), ...changes.attributes });
  if (!parsed.ok) return parsed;
  const after = formatSpendPolicy(parsed.spend);
  ports.setPoolAttributes({ attributes: after });
  return { ok: true, attributes: after };
}

export type SpendLimitResult = { readonly ok: true; readonly monthlyLimitInMicroUsd: number } | SpendRefusal;

/**
 * Sets the monthly limit.
 * @param input `amount`: in USD, such as `50.00`
 */
export function setSpendLimit({ amount }: { readonly amount?: unknown }, ports: Ports): SpendLimitResult {
  const limit = typeof amount === 'string' ? parseUsd(amount) : undefined;
  if (limit === undefined) return INVALID_AMOUNT;
  ports.setPoolAttributes({ attributes: { [SPEND_ATTRIBUTES.monthlyLimitInMicroUsd]: formatUsd(limit) } });
  return { ok: true, monthlyLimitInMicroUsd: limit };
}

export const INVALID_AMOUNT: SpendRefusal = {
  ok: false,
  code: 'invalid-amount',
  reason: 'The amount must be in USD with a full stop, such as 50.00.',
};
