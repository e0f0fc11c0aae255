import type { LimitRequest, SpendReport } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';

/** What the plugin does not do, and why, in a sentence. */
interface SpendRefusal {
  readonly ok: false;
  readonly code: string;
  readonly reason: string;
}

type Answer<Value> = ({ readonly ok: true } & Value) | SpendRefusal;

/** @param options `month`: `2026-11`; this month unless given */
export async function getSpend(pool: Pool, { month }: { readonly month?: string } = {}): Promise<Answer<SpendReport>> {
  const query = month === undefined ? '' : `?month=${encodeURIComponent(month)}`;
  return (await pool.askPlugin(`/sms/spend${query}`)) as Answer<SpendReport>;
}

/** All requests, the newest first. */
export async function getLimitRequests(pool: Pool): Promise<readonly LimitRequest[]> {
  return ((await pool.askPlugin('/sms/limit-requests')) as { readonly requests: readonly LimitRequest[] }).requests;
}

export interface LimitWish {
  /** In USD, such as `50.00`. */
  readonly amount: string;
  readonly reason: string;
}

export async function requestLimit(pool: Pool, wish: LimitWish): Promise<Answer<{ readonly request: LimitRequest }>> {
  const answer = await pool.askPlugin('/sms/limit-requests', { method: 'POST', body: wish });
  return answer as Answer<{ readonly request: LimitRequest }>;
}

/** Decides an open request; approved, its amount is the limit at once. */
export async function decideLimitRequest(
  pool: Pool,
  { id, decision }: { readonly id: string; readonly decision: 'approve' | 'deny' },
): Promise<Answer<{ readonly request: LimitRequest }>> {
  const path = `/sms/limit-requests/${encodeURIComponent(id)}/${decision}`;
  const answer = await pool.askPlugin(path, { method: 'POST', body: {} });
  return answer as Answer<{ readonly request: LimitRequest }>;
}

/** @param options `amount`: in USD, such as `50.00` */
export async function setLimit(
  pool: Pool,
  { amount }: { readonly amount: string },
): Promise<Answer<{ readonly monthlyLimitInMicroUsd: number }>> {
  const answer = await pool.askPlugin('/sms/limit', { method: 'PUT', body: { amount } });
  return answer as Answer<{ readonly monthlyLimitInMicroUsd: number }>;
}
