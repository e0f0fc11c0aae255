import { expect, type Frame, type Page } from '@playwright/test';

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

/** Presses an account as a person does, who looks first: a press that comes too soon is none, and starts the time anew. */
export async function chooseAccount(chooser: Frame, name: string): Promise<void> {
  const account = chooser.getByRole('button', { name });
  await expect(account).toBeVisible();
  await expect(async () => {
    await chooser.waitForTimeout(ARMED_MILLIS);
    await account.click({ timeout: 1_000 });
    await expect(chooser.getByRole('alert')).toBeEmpty({ timeout: 200 });
  }).toPass({ timeout: 15_000 });
}
