import { agreedSkew, type DateSample, skewOf } from './skew.ts';

/** Longer than the second that headers tell. */
const BETWEEN_SAMPLES_IN_MILLIS = 1500;

interface SkewPorts {
  /** What the site answers now; `undefined` when it does not. */
  readonly sample: () => Promise<DateSample | undefined>;
  readonly sleep: (millis: number) => Promise<void>;
}

/**
 * How far a site's clock is ahead of this device's, in milliseconds; negative for behind, 0 for too little to matter, or unknown. A wrong
 * clock counts when a second answer, a while later, says the same.
 */
export async function measureSkew({ sample, sleep }: SkewPorts): Promise<number> {
  const first = await sample();
  if (first === undefined || (skewOf(first) ?? 0) === 0) return 0;
  await sleep(BETWEEN_SAMPLES_IN_MILLIS);
  const second = await sample();
  return (second && agreedSkew(first, second)) ?? 0;
}
