import { expect } from '@playwright/test';
import { keepAccountForSite } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

test('a code is chosen at the field', async ({ page, lifeguard, context }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const worker = context.serviceWorkers()[0]!;
  worker.on('console', (m) => console.log('SW', m.text()));
  page.on('console', (m) => console.log('PAGE', m.text()));
  await page.goto(site.origin);
  await lifeguard.allowHost('http://localhost/*');
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.click('[data-testid="inline"]');
  await page.waitForTimeout(1500);
  console.log(await popup.run((d) => d.querySelector<HTMLInputElement>('[data-testid="inline"]')?.checked));
  console.log(await worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()));
  await popup.close();
  await page.waitForTimeout(1500);
  console.log(page.frames().map((f) => f.url()));
  console.log(
    await worker.evaluate(() => chrome.storage.session.get('inlineOffers')),
    await worker.evaluate(() => chrome.storage.local.get('inlineSites')),
  );
  await page.screenshot({ path: '/tmp/h7c-inline.png' });
  const frame = page.frames().find((f) => f.url().startsWith('chrome-extension'))!;
  console.log(await frame.content());
  const box = (await frame.locator('.account').boundingBox())!;
  console.log(box);
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.click(box.x + 20, box.y + 10);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: '/tmp/h7c-inline2.png' });
  await expect(page.getByLabel('Authenticator code')).toHaveValue(/^\d{6}$/);
});
