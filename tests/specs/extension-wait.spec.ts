import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';

const PERIOD_IN_MILLIS = 30_000;
const FILL = '[data-testid="fill"]';

inEachBrowser(
  'a wait for the next code that a key has begun is shown in the popup, and can be ended there',
  async (browser) => {
    const { page } = browser;
    await using site = await serveLoopbackSite({ '/': CODE_PAGE, '/again': CODE_PAGE });
    const field = () => page.value('input');
    await page.goto(site.origin);
    await (await browser.keepAccount()).close();
    await pause(PERIOD_IN_MILLIS - (Date.now() % PERIOD_IN_MILLIS));
    await browser.runShortcut();
    await expect.poll(field).toMatch(/^\d{6}$/);
    // A page that is left before it has held the code for some frames is one that did not keep it.
    await pause(500);

    await page.goto(`${site.origin}/again`);
    await browser.runShortcut();
    await expect.poll(() => browser.badge()).toMatch(/^\d{1,2}$/);
    const popup = await browser.openPopup();
    await expect.poll(() => popup.text(FILL)).toMatch(/^Waiting for the next code… \d{1,2}$/);
    await expectGoodInEveryLook(popup.surface, `popup-waiting-${browser.name}`);
    await popup.click('[data-testid="cancel-wait"]');
    await expect.poll(() => popup.text(FILL)).toBe('Fill code');
    expect(await popup.has('[data-testid="cancel-wait"]')).toBe(false);
    expect(await popup.run((document) => document.querySelector('#problem')?.textContent ?? '')).toBe('');
    await popup.close();
    await expect.poll(() => browser.badge()).toBe('');
    await pause(PERIOD_IN_MILLIS - (Date.now() % PERIOD_IN_MILLIS) + 1_000);
    expect(await field()).toBe('');
  },
);
