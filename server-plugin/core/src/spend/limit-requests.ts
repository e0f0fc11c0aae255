import { formatUsd, type LimitRequest, parseSpendPolicy, parseUsd } from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { INVALID_AMOUNT, setSpendLimit } from './spend-settings.ts';
import type { SpendRefusal } from './spend-refusal.ts';

const REASON_LENGTH = 1000;
/** Fewer than are listed, so that none that waits for a decision is out of sight. */
const MAX_OPEN = 50;

export type LimitRequestResult = { readonly ok: true; readonly request: LimitRequest } | SpendRefusal;

/** The open requests and the latest decided ones, each the newest first. */
export function listLimitRequests(
  _input: unknown,
  ports: Ports,
): { readonly ok: true; readonly requests: readonly LimitRequest[] } {
  return { ok: true, requests: ports.limitRequests() };
}

/**
 * Asks for a higher limit, as one asks Amazon by an "SNS Limit Increase case" with the new value and the reason.
 * @param input `amount`: in USD; `administrator`: who asks
 */
export function requestSpendLimit(
  {
    amount,
    reason,
    administrator,
  }: { readonly amount?: unknown; readonly reason?: unknown; readonly administrator: string },
  ports: Ports,
): LimitRequestResult {
  const amountInMicroUsd = typeof amount === 'string' ? parseUsd(amount) : undefined;
  if (amountInMicroUsd === undefined) return INVALID_AMOUNT;
  const why = typeof reason === 'string' ? reason.trim() : '';
  if (why === '' || why.length > REASON_LENGTH) {
    return {
      ok: false,
      code: 'invalid-reason',
      reason: `Say in 1 to ${REASON_LENGTH} characters what the higher limit is for.`,
    };
  }
  const settings = parseSpendPolicy(ports.poolAttributes());
  if (settings.ok && amountInMicroUsd <= settings.spend.monthlyLimitInMicroUsd) {
    const limit = formatUsd(settings.spend.monthlyLimitInMicroUsd);
    return { ok: false, code: 'not-a-raise', reason: `The limit is ${limit} USD already: ask for more than that.` };
  }
  if (ports.limitRequests().filter(({ state }) => state === 'open').length >= MAX_OPEN) {
    return {
      ok: false,
      code: 'too-many-open-requests',
      reason: `${MAX_OPEN} requests are open already: have one of them approved or denied first.`,
    };
  }
  const request = ports.addLimitRequest({
    amountInMicroUsd,
    reason: why,
    requestedBy: administrator,
    requestedAtInMillis: ports.now(),
  });
  return { ok: true, request };
}

/** Approves or denies a request, once. An approved one becomes the limit at once. */
export function decideLimitRequest(
  { id, approve, administrator }: { readonly id: string; readonly approve: boolean; readonly administrator: string },
  ports: Ports,
): LimitRequestResult {
  const request = ports.decideLimitRequest({
    id,
    state: approve ? 'approved' : 'denied',
    decidedBy: administrator,
    decidedAtInMillis: ports.now(),
  });
  if (request === null) {
    return {
      ok: false,
      code: 'no-open-request',
      reason: 'There is no open request with that id: it is decided already, or of another pool.',
    };
  }
  if (approve) setSpendLimit({ amount: formatUsd(request.amountInMicroUsd) }, ports);
  return { ok: true, request };
}
