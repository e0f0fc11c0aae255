import { expect, type Page } from '@playwright/test';
import { expectGoodAppearance } from '../support/appearance.ts';
import { keepAccountForSite, keepAccountInFirefox } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { SETTINGS } from '../support/extension-browser.ts';
import { test } from '../support/extension-test.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <title>Sign in</title>
  <form>
    <p><label>Promo code <input name="promo_code" value="SPRING"></label></p>
    <p><label>Authenticator code <input name="otp" autocomplete="one-time-code"></label></p>
  </form>
</html>`;

test('the settings tell why a field was chosen, and why another was not', async ({ page, context, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': PAGE });
  await page.goto(site.origin);
  const popup = await keepAccountForSite({ page, lifeguard });
  const opened = context.waitForEvent('page', (one) => one.url().includes('/src/options/'));
  await popup.click('[data-testid="why"]');
  const options = await opened;
  const why = options.getByTestId('why-here');
  await expect(why.getByRole('heading')).toBeFocused();
  await expect(why.getByRole('heading')).toBeInViewport();
  await expect(why).toContainText(site.origin);
  const chosen = why.locator('[data-verdict="chosen"]');
  await expect(chosen).toContainText('Authenticator code');
  await expect(chosen).toContainText('autocomplete says one-time-code');
  const refused = why.locator('[data-verdict="no-code-field"]');
  await expect(refused).toContainText('Promo code');
  await expect(refused.locator('td').last().locator('li')).not.toHaveCount(0);
  await expect(why, 'what the page holds').not.toContainText('SPRING');
  await expectGoodAppearance(options, 'extension-why', ['light', 'dark', 'zoomed', 'phone']);
});

test('settings that are open already come to the front for it', async ({ page, context, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': PAGE, '/promo': PAGE.replace(/<p><label>Authen.*/, '') });
  await page.goto(site.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  const options = await lifeguard.openSettings();
  const why = options.getByTestId('why-here');
  for (const [path, fields] of [
    ['/', ['Authenticator code', 'Promo code']],
    ['/promo', ['Promo code']],
  ] as const) {
    await page.goto(`${site.origin}${path}`);
    const popup = await lifeguard.openPopup(page);
    expect(await isActive(options)).toBe(false);
    await popup.click('[data-testid="why"]');
    await popup.closed({ withinMillis: 5_000 });
    await expect(why.locator('tbody th')).toHaveText(fields);
    await expect(why.getByRole('heading')).toBeInViewport();
    expect(await isActive(options)).toBe(true);
    expect(context.pages(), 'no further tab').toHaveLength(2);
  }
});

test('the settings tell in Firefox why a field was chosen, in the tab that is open', async ({ firefox }) => {
  await using site = await serveLoopbackSite({ '/': PAGE });
  await firefox.page.goto(site.origin);
  const popup = await keepAccountInFirefox(firefox);
  const tabs = () => firefox.runBehind('return (await browser.tabs.query({})).map(({ active }) => active);');
  expect(await tabs()).toEqual([true, false]);
  await popup.click('[data-testid="why"]');
  await popup.closed({ withinMillis: 5_000 });
  await expect.poll(tabs, 'the settings behind the page come to the front').toEqual([false, true]);
  expect(await firefox.askBackground('lastExplanation', {})).toMatchObject({
    origin: site.origin,
    outcome: 'totp',
    documents: [{ fields: [{ name: 'Authenticator code', verdict: 'chosen' }, { verdict: 'no-code-field' }] }],
  });
});

test.describe('in German', () => {
  test.use({ language: 'de' });

  inEachBrowser('the settings tell the reasons in the language of everything else', async (browser) => {
    await using site = await serveLoopbackSite({ '/': PAGE });
    await browser.page.goto(site.origin);
    const added =
      'Das Konto ist hinzugefügt. Öffnen Sie es hier, wo seine Website nach dem Code fragt, und klicken Sie auf „Auf dieser Website verwenden“.';
    const popup = await browser.keepAccount({ news: { added } });
    await popup.click('[data-testid="why"]');
    await popup.closed({ withinMillis: 5_000 });
    await browser.inExtensionPage(SETTINGS, async (settings) => {
      const reasonsFor = () =>
        settings.run(() =>
          [...document.querySelectorAll('[data-verdict="chosen"] li')].map(({ textContent }) => textContent),
        );
      await expect.poll(reasonsFor).toContain('autocomplete ist one-time-code');
      expect(await reasonsFor()).toContain('laut seiner Beschriftung kommt der Code aus einer Authenticator-App');
    });
  });
});

function isActive(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await chrome.tabs.getCurrent())!.active);
}
