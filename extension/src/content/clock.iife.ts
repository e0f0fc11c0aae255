import type { DateAnswer } from '../clock/skew.ts';
import type { ClockApi } from '../content-api.ts';
import { answerRequests } from './messaging.ts';
import { onlyOnce } from './only-once.ts';

onlyOnce('asks for the date', () => {
  answerRequests<ClockApi>({ readDate });
});

/**
 * Asks the page's own site for a header. An address that does nothing there: the page's own may count a visit. The query keeps
 * caches out of it.
 */
async function readDate(): Promise<DateAnswer | undefined> {
  try {
    const { headers } = await fetch(new URL(`/favicon.ico?${crypto.randomUUID()}`, location.origin), {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    return { date: headers.get('date'), age: headers.get('age') };
  } catch {
    // A site that answers nothing has no date to tell.
    return undefined;
  }
}
