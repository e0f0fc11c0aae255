import { expect } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { keepAccountForSite, keepAccountInFirefox, SETUP_LINK } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const MINUTE = 60_000;
const STEP = 30_000;
const NOTE = '[data-testid="clock"]';

test('where the clock is wrong, the code is for the time of the site, and the popup says so', async ({
  page,
  lifeguard,
}) => {
  await using ahead = await serveLoopbackSite({ '/': CODE_PAGE }, { aheadInMillis: 5 * MINUTE });
  await page.goto(ahead.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  const popup = await lifeguard.openPopup(page);
  expect(await popup.text(NOTE)).toBe(
    "This device's clock is 5 minutes behind the site's. Codes are made for the site's time.",
  );
  const shown = await popup.text('[data-testid="code"]');
  expect(await codesAround(5 * MINUTE)).toContain(shown.replace(/\D/g, ''));
  await popup.fill();
  expect(await codesAround(5 * MINUTE)).toContain(await page.locator('input').inputValue());

  await test.step('a site with the right time is not touched by it', async () => {
    await using right = await serveLoopbackSite({ '/': CODE_PAGE });
    await page.goto(right.origin);
    const again = await lifeguard.openPopup(page);
    await again.useAtThisSite({ another: true });
    await again.fill();
    expect(await codesAround(0)).toContain(await page.locator('input').inputValue());
  });
});

test('in Firefox too', async ({ firefox }) => {
  const { page } = firefox;
  await using behind = await serveLoopbackSite({ '/': CODE_PAGE }, { aheadInMillis: -3 * 60 * MINUTE });
  await page.goto(behind.origin);
  await (await keepAccountInFirefox(firefox)).close();
  const popup = await firefox.openPopup();
  expect(await popup.text(NOTE)).toContain("clock is 3 hours ahead of the site's");
  await popup.fill();
  expect(await codesAround(-3 * 60 * MINUTE)).toContain(await page.value('input'));
});

/** The codes that may have been right while the test looked. */
async function codesAround(aheadInMillis: number): Promise<readonly string[]> {
  const app = await appOf(SETUP_LINK);
  const steps = aheadInMillis / STEP;
  return Promise.all([steps - 1, steps, steps + 1].map((step) => app.code(step)));
}
