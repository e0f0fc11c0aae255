import type { SerialQueue } from '../serial-queue.ts';
import { hostPattern } from '../site/host-pattern.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import type { StorageItem } from '../storage-item.ts';

/** What the browser keeps: grants for hosts, and the script that runs there by itself. */
export interface SiteScripts {
  isGranted(pattern: string): Promise<boolean>;
  takeBack(pattern: string): Promise<void>;
  registered(): Promise<readonly string[]>;
  /** Lets the script run in pages of a host, also those that are open. */
  register(pattern: string): Promise<void>;
  unregister(pattern: string): Promise<void>;
}

export interface InlineSitesPorts {
  /** The origins that the user has chosen. In `storage.local`. */
  readonly item: StorageItem<readonly string[]>;
  readonly scripts: SiteScripts;
  readonly queue: SerialQueue;
}

/** The sites where codes are offered at the field, each by the user's word and with a grant for its host. */
export interface InlineSites {
  all(): Promise<readonly string[]>;
  has(origin: string): Promise<boolean>;
  turnOn(origin: string): Promise<void>;
  turnOff(origin: string): Promise<void>;
  /** Makes what the browser runs the same as what the user has chosen. A site without its grant is no longer chosen. */
  reconcile(): Promise<void>;
  /** The same after a grant, which may be the one that a site waits for. */
  register(): Promise<void>;
}

export function openInlineSites({ item, scripts, queue }: InlineSitesPorts): InlineSites {
  async function granted(): Promise<readonly string[]> {
    const origins = await item.get();
    const isGranted = await Promise.all(origins.map((origin) => scripts.isGranted(hostPattern(origin))));
    return origins.filter((_origin, place) => isGranted[place]);
  }

  async function register(): Promise<void> {
    const wanted = new Set((await granted()).map(hostPattern));
    const running = new Set(await scripts.registered());
    for (const pattern of running) if (!wanted.has(pattern)) await scripts.unregister(pattern);
    for (const pattern of wanted) if (!running.has(pattern)) await scripts.register(pattern);
  }

  return {
    all: () => queue(granted),
    has: async (origin) => (await queue(granted)).includes(origin),
    register: () => queue(register),
    reconcile: () =>
      queue(async () => {
        await item.set(await granted());
        await register();
      }),
    turnOn: (origin) =>
      queue(async () => {
        if (!isFillableOrigin(origin)) return;
        await item.set([...new Set([...(await item.get()), origin])]);
        await register();
      }),
    turnOff: (origin) =>
      queue(async () => {
        const others = (await item.get()).filter((one) => one !== origin);
        await item.set(others);
        await register();
        const pattern = hostPattern(origin);
        // Another port of the host may be chosen too.
        if (!others.some((one) => hostPattern(one) === pattern)) await scripts.takeBack(pattern);
      }),
  };
}
