/** What a site's answer says of the time. */
export interface DateAnswer {
  /** The `Date` of its header. */
  readonly date: string | null;
  /** The `Age` of its header: how long a cache has had it. */
  readonly age: string | null;
}

/** The same, and when the site was asked and had answered by this device's clock. */
export interface DateSample extends DateAnswer {
  readonly sentAtInMillis: number;
  readonly receivedAtInMillis: number;
}

/** A header tells whole seconds, and an answer takes its time: less than this is no wrong clock. */
const LEAST_SKEW_IN_MILLIS = 3000;
/** What took longer tells too little. */
const LONGEST_WAY_IN_MILLIS = 4000;
/** How much two samples of one clock may differ. */
const TOLERANCE_IN_MILLIS = 1200;

/**
 * How far a site's clock is ahead of this device's, in milliseconds; negative for behind, 0 for too little to matter. `undefined`
 * when that can't be told.
 * @see RFC 9110 section 6.6.1
 */
export function skewOf({ sentAtInMillis, receivedAtInMillis, date, age }: DateSample): number | undefined {
  const wayInMillis = receivedAtInMillis - sentAtInMillis;
  const saidAtInMillis = Date.parse(date ?? '');
  const isKept = age !== null && Number(age) !== 0;
  if (isKept || Number.isNaN(saidAtInMillis) || wayInMillis < 0 || wayInMillis > LONGEST_WAY_IN_MILLIS)
    return undefined;
  // On average half a second is cut off, and half of the way is over.
  const skewInMillis = saidAtInMillis + 500 - (sentAtInMillis + wayInMillis / 2);
  return Math.abs(skewInMillis) < LEAST_SKEW_IN_MILLIS ? 0 : skewInMillis;
}

/** What two samples agree on: an answer that something has kept says the same time for ever. */
export function agreedSkew(one: DateSample, other: DateSample): number | undefined {
  const [skew, again] = [skewOf(one), skewOf(other)];
  if (skew === undefined || again === undefined || Math.abs(skew - again) > TOLERANCE_IN_MILLIS) return undefined;
  return again;
}
