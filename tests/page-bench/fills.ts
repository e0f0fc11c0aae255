import type { BrowserContext } from '@playwright/test';
import { keepAccountForSite } from '../support/bound-account.ts';
import { chromiumExtension } from '../support/chromium-extension.ts';

const WARM_UP = 3;

/**
 * How long it takes from a field that has just appeared to the code in it, when the shortcut is pressed at that moment. The code goes to
 * one document, which may have it again: another one would wait for the next.
 */
export async function measureFills(
  { context, url }: { readonly context: BrowserContext; readonly url: string },
  rounds: number,
): Promise<object> {
  const lifeguard = await chromiumExtension(context);
  const page = await context.newPage();
  await page.goto(url);
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.close();
  const without = await measureWithout(context, { url, rounds });
  const millis: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    await page.bringToFront();
    const filled = page.evaluate(millisUntilFilled);
    await lifeguard.runShortcut(page);
    const taken = await filled;
    if (round >= 0) millis.push(taken);
  }
  await page.close();
  return { kind: 'fill', millis, without };
}

/** The same in a page without the extension, which writes something itself as soon as it is told. */
async function measureWithout(
  context: BrowserContext,
  { url, rounds }: { readonly url: string; readonly rounds: number },
): Promise<readonly number[]> {
  const page = await context.newPage();
  await page.goto(url);
  const millis: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const filled = page.evaluate(millisUntilFilled);
    await page.evaluate(writeIntoField);
    const taken = await filled;
    if (round >= 0) millis.push(taken);
  }
  await page.close();
  return millis;
}

function writeIntoField(): void {
  const field = document.querySelector('input')!;
  field.value = '000000';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Shows a field, and tells how many milliseconds later something has been written into it. */
async function millisUntilFilled(): Promise<number> {
  document.body.innerHTML =
    '<form><label>Authenticator code <input name="otp" autocomplete="one-time-code"></label></form>';
  const begin = performance.now();
  const field = document.querySelector('input')!;
  return new Promise((resolve) => {
    field.addEventListener('input', () => resolve(performance.now() - begin), { once: true });
  });
}
