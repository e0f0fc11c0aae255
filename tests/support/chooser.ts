import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Frame, type Page } from '@playwright/test';
import type { FirefoxPage } from './firefox-page.ts';

/** The frames of the extension at the fields of a page. */
export function choosers(page: Page): readonly Frame[] {
  return page.frames().filter((frame) => frame.url().includes('/src/chooser/'));
}

/** Whether a chooser stands in the page, of which it sees an empty element beside its body. */
export function isOffered(): boolean {
  return document.querySelector('html > div') !== null;
}

/** Waits for the one chooser of a page. */
export async function chooserOf(page: Page): Promise<Frame> {
  await expect.poll(() => choosers(page).length, 'choosers in the page').toBe(1);
  return choosers(page)[0]!;
}

/** Longer than a chooser must have been left in peace. */
export const ARMED_MILLIS = 800;
/** Longer than a chooser takes to say that a press was none. */
const ANSWERED_MILLIS = 100;

/** Presses an account as a person does, who looks first. */
export async function chooseAccount(chooser: Frame, name: string): Promise<void> {
  const account = chooser.getByRole('button', { name });
  await expect(account).toBeVisible();
  await pressUntilItCounts(chooser, () => account.click({ timeout: 1_000 }));
}

/**
 * A press that comes too soon is none, and starts the time anew. One that counts takes the chooser away, at once or when there is a code that
 * nobody has got.
 */
export async function pressUntilItCounts(chooser: Frame, press: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await pause(ARMED_MILLIS);
    if (chooser.isDetached()) return;
    await press();
    await pause(ANSWERED_MILLIS);
    if (!chooser.isDetached()) await expect(chooser.getByRole('alert')).toBeEmpty({ timeout: 200 });
  }).toPass({ timeout: 25_000 });
}

/** The names that WebDriver has for keys. */
const [ARROW_DOWN, ENTER] = ['\uE015', '\uE007'];

/**
 * Chooses what stands first at the one field of a page in Firefox, by keys alone. An arrow that comes before the chooser listens stays in the
 * field, so each attempt begins there.
 */
export async function chooseByKeys(page: FirefoxPage): Promise<void> {
  await expect.poll(() => page.run(isOffered)).toBe(true);
  await expect(async () => {
    if ((await page.value('input')) === '') {
      await page.click('input');
      await page.keys(ARROW_DOWN);
      await pause(ARMED_MILLIS);
      await page.keysInFrame(ENTER);
    }
    await expect.poll(() => page.value('input'), { timeout: 2_000 }).toMatch(/^\d{6}$/);
  }).toPass({ timeout: 25_000 });
}
