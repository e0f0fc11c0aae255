import { measureSkew } from '../clock/measure-skew.ts';
import type { DateSample } from '../clock/skew.ts';
import type { SerialQueue } from '../serial-queue.ts';
import type { StorageItem } from '../storage-item.ts';
import { type Frames, orGone } from './frames.ts';
import { parseDateAnswer } from './parse-answers.ts';

/** What is known of the clocks of sites, by origin. */
export type SiteClocks = Readonly<
  Record<string, { readonly skewInMillis: number; readonly measuredAtInMillis: number }>
>;

/** A document that may get a code. */
export interface SiteDocument {
  readonly tabId: number;
  readonly documentId: string;
  readonly origin: string;
}

export interface ClockPorts {
  /** In `storage.session`. */
  readonly item: StorageItem<SiteClocks>;
  readonly queue: SerialQueue;
  readonly frames: Pick<Frames, 'ask'>;
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
}

export interface Clocks {
  /** How far each site's clock was found ahead of this device's, in milliseconds, by origin. */
  skews(): Promise<Readonly<Record<string, number>>>;
  /** The same for the site of a document. Only where this device's clock was found wrong before, it waits for an answer of the site. */
  skewAt(document: SiteDocument): Promise<number>;
  /** Asks the site of a document, unless its clock was found right a short while ago. */
  measure(document: SiteDocument): Promise<number>;
}

/** Either clock may be set meanwhile. */
const VALID_FOR_MILLIS = 5 * 60 * 1000;

/**
 * The clocks of sites beside that of this device, which many have wrong. A code is made for the site's time, because the site checks it; a
 * site decides about its own codes alone.
 */
export function openClocks({ item, queue, frames, now, sleep }: ClockPorts): Clocks {
  async function valid(): Promise<SiteClocks> {
    const clocks = Object.entries(await item.get());
    return Object.fromEntries(
      clocks.filter(([, { measuredAtInMillis }]) => Math.abs(now() - measuredAtInMillis) < VALID_FOR_MILLIS),
    );
  }

  async function ask(document: SiteDocument): Promise<DateSample | undefined> {
    // By the clock that codes are made with, and not by what the page's process says.
    const sentAtInMillis = now();
    const answer = await orGone(frames.ask(document, 'readDate'));
    const date = answer === 'gone' ? undefined : parseDateAnswer(answer);
    return date && { ...date, sentAtInMillis, receivedAtInMillis: now() };
  }

  const running = new Map<string, Promise<number>>();
  async function measureNow(document: SiteDocument): Promise<number> {
    const skewInMillis = await measureSkew({ sample: () => ask(document), sleep });
    await queue(async () =>
      item.set({ ...(await valid()), [document.origin]: { skewInMillis, measuredAtInMillis: now() } }),
    );
    return skewInMillis;
  }

  const clocks: Clocks = {
    async skews() {
      const known = Object.entries(await queue(valid));
      return Object.fromEntries(known.map(([origin, { skewInMillis }]) => [origin, skewInMillis]));
    },
    async skewAt(document) {
      const skews = await clocks.skews();
      const known = skews[document.origin];
      if (known !== undefined) return known;
      const measured = clocks.measure(document);
      return Object.values(await queue(item.get)).some(({ skewInMillis }) => skewInMillis !== 0) ? measured : 0;
    },
    async measure(document) {
      const { origin } = document;
      if ((await clocks.skews())[origin] === 0) return 0;
      const measuring = running.get(origin) ?? measureNow(document).finally(() => running.delete(origin));
      running.set(origin, measuring);
      return measuring;
    },
  };
  return clocks;
}
