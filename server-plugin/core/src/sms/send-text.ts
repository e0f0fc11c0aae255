import {
  addressGroup,
  dayOf,
  parseSpendPolicy,
  quoteSms,
  type QuoteRefusal,
  reachedThresholds,
  type SpendPolicy,
} from '@lifeguard/shared/mfa';
import type { CodePurpose, Ports, SpendCap } from '../ports.ts';

/** Why a text was not sent: by the pool's own limits, or by the gateway. */
type SendRefusal = QuoteRefusal | 'monthly-limit' | SpendCap | 'settings-unreadable' | 'gateway';

export type Sent =
  | { readonly outcome: 'accepted' }
  /** The gateway may or may not have taken it: it counts as paid for. */
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'refused'; readonly reason: SendRefusal };

export interface TextToSend {
  readonly purpose: CodePurpose;
  readonly phoneNumber: string;
  /** With `{####}` where the code goes. */
  readonly message: string;
}

const HOUR_IN_MILLIS = 3_600_000;

/**
 * Sends the stored code, if the pool's limits leave room for it. Its price is reserved before the gateway hears of it and given back
 * only when the gateway definitely refuses: whatever dies in between, the limit holds.
 */
export function sendText({ purpose, phoneNumber, message }: TextToSend, ports: Ports): Sent {
  const now = ports.now();
  const day = dayOf(now);
  const country = ports.countryOf({ phoneNumber });
  function refuse(reason: SendRefusal): Sent {
    ports.countRefusal({ day, country, reason });
    return { outcome: 'refused', reason };
  }

  const parsed = parseSpendPolicy(ports.poolAttributes());
  if (!parsed.ok) return refuse('settings-unreadable');
  const { spend } = parsed;
  const quote = quoteSms(spend, { e164: phoneNumber, ...(country === null ? {} : { country }) });
  if (!quote.ok) return refuse(quote.reason);

  const reservation = ports.reserveSpend({
    day,
    country,
    phoneNumber,
    address: addressGroup(ports.clientAddress()),
    priceInMicroUsd: quote.priceInMicroUsd,
    monthlyLimitInMicroUsd: spend.monthlyLimitInMicroUsd,
    reservedAtInMillis: now,
    countedSinceInMillis: now - HOUR_IN_MILLIS,
    caps: {
      'user-cap': spend.perUserPerHour,
      'number-cap': spend.perNumberPerHour,
      'address-cap': spend.perAddressPerHour,
      'pool-cap': spend.perHour,
    },
  });
  if (!reservation.ok) {
    // The month is as good as used up when the next text does not fit in: operators hear of it as of 100 %.
    if (reservation.reason === 'monthly-limit') {
      tell(ports, day, spend, { ...reservation, spentInMicroUsd: spend.monthlyLimitInMicroUsd });
    }
    return refuse(reservation.reason);
  }

  const { maxPriceInMicroUsd = -1 } = spend;
  const outcome = ports.sendCode({ purpose, message, id: reservation.id, maxPriceInMicroUsd });
  ports.settleSpend({ id: reservation.id, outcome });
  if (outcome === 'refused') return refuse('gateway');
  tell(ports, day, spend, reservation);
  return { outcome };
}

function tell(
  ports: Ports,
  day: string,
  { monthlyLimitInMicroUsd }: SpendPolicy,
  { spentInMicroUsd, toldInPercent }: { readonly spentInMicroUsd: number; readonly toldInPercent: number },
): void {
  for (const percent of reachedThresholds(spentInMicroUsd, monthlyLimitInMicroUsd, toldInPercent)) {
    ports.tellThreshold({ day, percent, spentInMicroUsd, monthlyLimitInMicroUsd });
  }
}
