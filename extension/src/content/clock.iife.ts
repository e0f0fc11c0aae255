import type { DateSample } from '../clock/skew.ts';
import type { ClockApi } from '../content-api.ts';
import { answerRequests } from './background.ts';
import { onlyOnce } from './only-once.ts';

onlyOnce('asks for the date', () => {
  answerRequests<ClockApi>({ readDate });
});

/**
 * Asks the page's own site for a header. An address that does nothing there: the page's own may count a visit. The query keeps
 * caches out of it.
 */
async function readDate(): Promise<DateSample | undefined> {
  const sentAtInMillis = Date.now();
  try {
    const { headers } = await fetch(new URL(`/favicon.ico?${sentAtInMillis}`, location.origin), {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const [date, age] = [headers.get('date'), headers.get('age')];
    return { sentAtInMillis, receivedAtInMillis: Date.now(), date, age };
  } catch {
    // A site that answers nothing has no date to tell.
    return undefined;
  }
}
