import { agreedSkew, skewOf } from '../clock/skew.ts';
import type { PoolHttp } from './pool-http.ts';

/** Longer than the second that headers tell. */
const BETWEEN_SAMPLES_IN_MILLIS = 1500;

/** How far the pool's clock is ahead of this device's, in milliseconds: codes and tokens are good by that clock. */
export async function poolSkew(
  api: string,
  { http, sleep }: { readonly http: PoolHttp; readonly sleep: (millis: number) => Promise<void> },
): Promise<number> {
  // What the API answers to anything but a request says the time as well.
  const { date: first } = await http.ask(api);
  const skew = skewOf(first);
  if (skew === undefined || skew === 0) return 0;
  await sleep(BETWEEN_SAMPLES_IN_MILLIS);
  return agreedSkew(first, (await http.ask(api)).date) ?? 0;
}
