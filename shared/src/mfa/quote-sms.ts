import { bestDestinationName, type Destination } from './destination.ts';
import { DEFAULT_PRICE, type SpendPolicy } from './spend-policy.ts';

/** Why no text may go to a number. */
export type QuoteRefusal = 'country-denied' | 'country-not-allowed' | 'no-price' | 'price-above-maximum';

/** What a text to a number costs, or why none may go there. */
export type SmsQuote =
  | { readonly ok: true; readonly priceInMicroUsd: number }
  | { readonly ok: false; readonly reason: QuoteRefusal };

/**
 * Looks up a number. Of what names it, the longest beginning counts before its country, in prices as in lists; a number that is both
 * allowed and denied by equally good names is denied.
 */
export function quoteSms(spend: SpendPolicy, destination: Destination): SmsQuote {
  const denied = bestDestinationName(spend.deniedCountries, destination);
  const allowed = bestDestinationName(spend.allowedCountries, destination);
  if (denied !== undefined && denied.length >= (allowed?.length ?? 0)) return { ok: false, reason: 'country-denied' };
  if (allowed === undefined && spend.allowedCountries.length > 0) return { ok: false, reason: 'country-not-allowed' };

  const name = bestDestinationName(Object.keys(spend.prices), destination) ?? DEFAULT_PRICE;
  const price = spend.prices[name];
  if (price === undefined) return { ok: false, reason: 'no-price' };
  const { maxPriceInMicroUsd: maximum } = spend;
  if (maximum !== undefined && price > maximum) return { ok: false, reason: 'price-above-maximum' };
  return { ok: true, priceInMicroUsd: price };
}
