import { browser } from '../browser.ts';
import type { PageApi } from '../messages/page-api.ts';

const ALARM = 'auto-lock';

/** What an open popup asks by itself says nothing about the user. */
const NO_USE: ReadonlySet<string> = new Set<keyof PageApi>(['vaultStatus', 'readCodes', 'readSettings']);

/** Sets the time after which `onAutoLock` fires; the one set before is void. */
export async function scheduleAutoLock(lockAfterInMinutes: number): Promise<void> {
  await browser.alarms.create(ALARM, { delayInMinutes: lockAfterInMinutes });
  browser.idle.setDetectionInterval(lockAfterInMinutes * 60);
}

/** The same, but never for later than it was set. */
export async function hastenAutoLock(lockAfterInMinutes: number): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  const isSooner = alarm !== undefined && alarm.scheduledTime <= Date.now() + lockAfterInMinutes * 60_000;
  if (!isSooner) await scheduleAutoLock(lockAfterInMinutes);
}

export function onAutoLock(lock: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lock();
  });
}

/** When the user locks the screen, or has left the computer alone for as long as the vault may be. */
export function onScreenLock(lock: () => Promise<void>): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') void lock();
  });
}

type PageHandlers = Readonly<Record<string, (input: never) => Promise<unknown>>>;

/** The same handlers, with `used` called after each request that the user made. */
export function countAsUse(pages: PageApi, used: () => Promise<void>): PageHandlers {
  const handlers: PageHandlers = { ...pages };
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      async (input: never) => {
        const answer = await handler(input);
        if (!NO_USE.has(name)) await used();
        return answer;
      },
    ]),
  );
}
