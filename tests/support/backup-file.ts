import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { VAULT_PASSWORD } from './bound-account.ts';
import type { Firefox } from './firefox.ts';

/** What a file holds that an act of the user saves. */
export async function savedFile(settings: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([settings.waitForEvent('download'), act()]);
  return readFile((await download.path())!, 'utf8');
}

/** Brings the one account of a backup into a vault of Firefox that is made for it. */
export async function restoreInFirefox(firefox: Firefox, file: string): Promise<void> {
  const { page } = firefox;
  const popup = await firefox.openPopup();
  await popup.choosePassword('another password of mine');
  await popup.close();
  await page.goto(firefox.extensionUrl('src/options/index.html'));
  await page.click('.drop ~ details summary');
  await page.fill('#import-text', file);
  await page.click('.paste button');
  await page.fill('.paste input[type="password"]', VAULT_PASSWORD);
  await page.click('.paste button');
  await page.click('[data-testid="import-now"]');
  await expect.poll(() => page.run(() => document.querySelector('#status')?.textContent)).toContain('imported: 1');
}
