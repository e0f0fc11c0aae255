import { expect } from '@playwright/test';
import { keepAccountForSite } from '../support/bound-account.ts';
import { choosers } from '../support/chooser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

test('codes are offered at the field of a site where the user says so, until the user says otherwise', async ({
  page,
  context,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const field = page.getByLabel('Authenticator code');
  await page.goto(site.origin);
  await lifeguard.allowHost('http://localhost/*');
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.click('[data-testid="inline"]');
  await popup.close();
  await expect.poll(() => choosers(page).length).toBe(1);
  const account = choosers(page)[0]!.getByRole('button', { name: 'Fill code for Example (alice)' });
  await expect(account).toBeVisible();

  await test.step('by keys: a choice that comes too fast is none', async () => {
    await field.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(choosers(page)[0]!.getByRole('alert')).toContainText('too fast');
    // Each press that comes too soon starts the time anew.
    await expect(async () => {
      await page.keyboard.press('Enter');
      await expect(field).toHaveValue(/^\d{6}$/, { timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
    await expect.poll(() => choosers(page).length).toBe(0);
  });

  await test.step('Escape sends it away for this field', async () => {
    await page.reload();
    await expect.poll(() => choosers(page).length).toBe(1);
    await field.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => choosers(page).length).toBe(0);
  });

  await test.step('off again', async () => {
    const again = await lifeguard.openPopup(page);
    await again.click('[data-testid="inline"]');
    await expect.poll(() => again.run((document) => document.querySelector('input')?.checked)).toBe(false);
    await again.close();
    await expect
      .poll(() => context.serviceWorkers()[0]?.evaluate(() => chrome.scripting.getRegisteredContentScripts()))
      .toEqual([]);
    await page.reload();
    expect(choosers(page)).toHaveLength(0);
  });
});
