import { isDestinationName } from './destination.ts';
import { formatUsd, parseUsd } from './usd.ts';
import type { PolicyProblem } from './pool-policy.ts';

/** What texts of a pool may cost, and where and how often they go. */
export interface SpendPolicy {
  /** Per calendar month in UTC. */
  readonly monthlyLimitInMicroUsd: number;
  /** A text that costs more is not sent; absent for no such limit. */
  readonly maxPriceInMicroUsd?: number;
  /** By country, by the beginning of a number, or `default`; without a default, texts go only where a price is named. */
  readonly prices: Readonly<Record<string, number>>;
  /** Where texts may go; empty for everywhere. */
  readonly allowedCountries: readonly string[];
  readonly deniedCountries: readonly string[];
  /** Texts in any 60 minutes; 0 for no cap. */
  readonly perUserPerHour: number;
  readonly perNumberPerHour: number;
  /** By the address that a request comes from. */
  readonly perAddressPerHour: number;
  /** In the whole pool. */
  readonly perHour: number;
}

export type SpendPolicyResult =
  | { readonly ok: true; readonly spend: SpendPolicy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The realm attribute of each field. */
export const SPEND_ATTRIBUTES = {
  monthlyLimitInMicroUsd: 'lifeguard.smsMonthlyLimit',
  maxPriceInMicroUsd: 'lifeguard.smsMaxPrice',
  prices: 'lifeguard.smsPrices',
  allowedCountries: 'lifeguard.smsAllowedCountries',
  deniedCountries: 'lifeguard.smsDeniedCountries',
  perUserPerHour: 'lifeguard.smsPerUserPerHour',
  perNumberPerHour: 'lifeguard.smsPerNumberPerHour',
  perAddressPerHour: 'lifeguard.smsPerAddressPerHour',
  perHour: 'lifeguard.smsPerHour',
} as const satisfies Readonly<Record<keyof SpendPolicy, string>>;

/** Names the price of every text that no other entry of the table names. */
export const DEFAULT_PRICE = 'default';

/**
 * The settings of a realm in which nobody has set any.
 * @see Amazon Cognito Developer Guide: "The default spend limit per account (if not specified) is 1.00 USD per month"
 */
const DEFAULT_SPEND_POLICY: SpendPolicy = {
  monthlyLimitInMicroUsd: 1_000_000,
  prices: { [DEFAULT_PRICE]: 100_000 },
  allowedCountries: [],
  deniedCountries: [],
  perUserPerHour: 10,
  perNumberPerHour: 10,
  perAddressPerHour: 60,
  perHour: 0,
};

const MAX_CAP = 1_000_000;

/** Reads a realm's attributes. A value that can't be read is a problem and never a default: a typing error must not lift a limit. */
export function parseSpendPolicy(attributes: Readonly<Record<string, string | undefined>>): SpendPolicyResult {
  const problems: PolicyProblem[] = [];

  function read<Value>(
    field: keyof SpendPolicy,
    parse: (text: string) => Value | undefined,
    byDefault: Value,
    problem: string,
  ): Value {
    const attribute = SPEND_ATTRIBUTES[field];
    const text = attributes[attribute];
    if (text === undefined) return byDefault;
    const value = parse(text);
    if (value !== undefined) return value;
    problems.push({ attribute, message: problem });
    return byDefault;
  }
  const readCountries = (field: 'allowedCountries' | 'deniedCountries') =>
    read(field, parseCountries, DEFAULT_SPEND_POLICY[field], COUNTRIES_PROBLEM);
  const readCap = (field: 'perUserPerHour' | 'perNumberPerHour' | 'perAddressPerHour' | 'perHour') =>
    read(field, parseCap, DEFAULT_SPEND_POLICY[field], CAP_PROBLEM);

  const maxPrice = read<number | 'none'>('maxPriceInMicroUsd', parseMaxPrice, 'none', MAX_PRICE_PROBLEM);
  const spend: SpendPolicy = {
    monthlyLimitInMicroUsd: read(
      'monthlyLimitInMicroUsd',
      parseUsd,
      DEFAULT_SPEND_POLICY.monthlyLimitInMicroUsd,
      'The value must be an amount in USD such as 25.00.',
    ),
    ...(maxPrice === 'none' ? {} : { maxPriceInMicroUsd: maxPrice }),
    prices: read('prices', parsePrices, DEFAULT_SPEND_POLICY.prices, PRICES_PROBLEM),
    allowedCountries: readCountries('allowedCountries'),
    deniedCountries: readCountries('deniedCountries'),
    perUserPerHour: readCap('perUserPerHour'),
    perNumberPerHour: readCap('perNumberPerHour'),
    perAddressPerHour: readCap('perAddressPerHour'),
    perHour: readCap('perHour'),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, spend };
}

/** The realm attributes that say the settings; {@link parseSpendPolicy} reads them back. */
export function formatSpendPolicy(spend: SpendPolicy): Record<string, string> {
  const { maxPriceInMicroUsd: maxPrice } = spend;
  return {
    [SPEND_ATTRIBUTES.monthlyLimitInMicroUsd]: formatUsd(spend.monthlyLimitInMicroUsd),
    [SPEND_ATTRIBUTES.maxPriceInMicroUsd]: maxPrice === undefined ? '' : formatUsd(maxPrice),
    [SPEND_ATTRIBUTES.prices]: Object.keys(spend.prices)
      .map((name) => `${name}=${formatUsd(spend.prices[name] ?? 0)}`)
      .join(' '),
    [SPEND_ATTRIBUTES.allowedCountries]: spend.allowedCountries.join(' '),
    [SPEND_ATTRIBUTES.deniedCountries]: spend.deniedCountries.join(' '),
    [SPEND_ATTRIBUTES.perUserPerHour]: String(spend.perUserPerHour),
    [SPEND_ATTRIBUTES.perNumberPerHour]: String(spend.perNumberPerHour),
    [SPEND_ATTRIBUTES.perAddressPerHour]: String(spend.perAddressPerHour),
    [SPEND_ATTRIBUTES.perHour]: String(spend.perHour),
  };
}

const MAX_PRICE_PROBLEM = 'The value must be an amount in USD such as 0.20, or empty for no maximum.';
const PRICES_PROBLEM =
  'The value must be prices in USD by country, beginning of a number or default, such as default=0.10 US=0.0081 +49=0.105.';
const COUNTRIES_PROBLEM =
  'The value must be countries or beginnings of numbers with blanks between them, such as US DE +4479, or empty.';
const CAP_PROBLEM = `The value must be a whole number from 1 to ${MAX_CAP}, or 0 for no cap.`;

function parseMaxPrice(text: string): number | 'none' | undefined {
  return text === '' ? 'none' : parseUsd(text);
}

/** A name that stands twice has two prices: nobody can say which is meant. */
function parsePrices(text: string): Readonly<Record<string, number>> | undefined {
  const prices: Record<string, number> = {};
  for (const entry of words(text)) {
    const [, name = '', amount = ''] = /^([^=]+)=(.*)$/.exec(entry) ?? [];
    const price = parseUsd(amount);
    if (price === undefined || (name !== DEFAULT_PRICE && !isDestinationName(name)) || name in prices) return undefined;
    prices[name] = price;
  }
  return prices;
}

function parseCountries(text: string): readonly string[] | undefined {
  const names = words(text);
  return names.every(isDestinationName) ? names : undefined;
}

function parseCap(text: string): number | undefined {
  if (!/^[0-9]{1,7}$/.test(text)) return undefined;
  const cap = Number(text);
  return cap <= MAX_CAP ? cap : undefined;
}

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
