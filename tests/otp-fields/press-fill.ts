import { expect } from '@playwright/test';
import type { Popup } from '../support/popup.ts';

const FILL = '[data-testid="fill"]';
/** A code with less time left is not filled; the next one is awaited. */
const FILLED_WITHIN_MILLIS = 8_000;

/** Presses "Fill code" if it is there, and waits until the popup has closed or says why it hasn't. */
export async function pressFill(popup: Popup): Promise<{ readonly offered: boolean; readonly told: string }> {
  await popup.accounts();
  let told = '';
  const offered = await popup.has(FILL);
  if (!offered) {
    told = await popup.run((document) => document.querySelector('#site-note')?.textContent?.trim() ?? '');
    await popup.close();
    return { offered, told };
  }
  await popup.click(FILL);
  let isOpen = true;
  const closed = popup.closed({ withinMillis: FILLED_WITHIN_MILLIS }).then(() => (isOpen = false));
  const spoken = expect
    .poll(async () => (told = await popup.run(problemIn).catch(() => '')), { timeout: FILLED_WITHIN_MILLIS })
    .not.toBe('');
  await Promise.any([closed, spoken]).catch(() => (told = 'neither closes nor says anything'));
  await Promise.allSettled(isOpen ? [popup.close()] : []);
  return { offered, told };
}

function problemIn(document: Document): string {
  const texts = ['#problem', '#status', '[role="alertdialog"]', '[role="dialog"]', '[role="alert"]'];
  return texts
    .map((selector) => document.querySelector(selector)?.textContent?.trim() ?? '')
    .join(' ')
    .trim();
}
