import { expect, test } from '@playwright/test';
import { appOf } from '../support/authenticator-app.ts';
import { SETUP_LINK } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const MINUTE = 60_000;
const STEP = 30_000;
const NOTE = '[data-testid="clock"]';

inEachBrowser(
  'where the clock is wrong, the code is for the time of the site, and the popup says so',
  async (browser) => {
    const { page } = browser;
    await using ahead = await serveLoopbackSite({ '/': CODE_PAGE }, { aheadInMillis: 5 * MINUTE });
    await page.goto(ahead.origin);
    await (await browser.keepAccount()).close();
    const popup = await browser.openPopup();
    expect(await popup.text(NOTE)).toBe(
      'This device’s clock is 5 minutes behind the site’s. Codes are made for the site’s time.',
    );
    const shown = await popup.text('[data-testid="code"]');
    expect(await codesAround(5 * MINUTE)).toContain(shown.replace(/\D/g, ''));
    await popup.fill();
    expect(await codesAround(5 * MINUTE)).toContain(await page.value('input'));

    await test.step('a site with the right time is not touched by it', async () => {
      await using right = await serveLoopbackSite({ '/': CODE_PAGE });
      await page.goto(right.origin);
      const again = await browser.openPopup();
      await again.useAtThisSite({ another: true });
      await again.fill();
      expect(await codesAround(0)).toContain(await page.value('input'));
    });

    await test.step('one whose clock is behind has its own', async () => {
      await using behind = await serveLoopbackSite({ '/': CODE_PAGE }, { aheadInMillis: -3 * 60 * MINUTE });
      await page.goto(behind.origin);
      const binding = await browser.openPopup();
      await binding.useAtThisSite({ another: true });
      await binding.close();
      const late = await browser.openPopup();
      expect(await late.text(NOTE)).toContain('clock is 3 hours ahead of the site’s');
      await late.fill();
      expect(await codesAround(-3 * 60 * MINUTE)).toContain(await page.value('input'));
    });
  },
);

/** The codes that may have been right while the test looked. */
async function codesAround(aheadInMillis: number): Promise<readonly string[]> {
  const app = await appOf(SETUP_LINK);
  const steps = aheadInMillis / STEP;
  return Promise.all([steps - 1, steps, steps + 1].map((step) => app.code(step)));
}
