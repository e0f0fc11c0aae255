import { expect } from '@playwright/test';
import { expectGoodAppearance } from '../support/appearance.ts';
import { keepAccountForSite, keepAccountInFirefox } from '../support/bound-account.ts';
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

test('in Firefox too', async ({ firefox }) => {
  await using site = await serveLoopbackSite({ '/': PAGE });
  await firefox.page.goto(site.origin);
  const popup = await keepAccountInFirefox(firefox);
  await popup.click('[data-testid="why"]');
  await popup.closed({ withinMillis: 5_000 });
  expect(await firefox.askBackground('lastExplanation', {})).toMatchObject({
    origin: site.origin,
    outcome: 'totp',
    documents: [{ fields: [{ name: 'Authenticator code', verdict: 'chosen' }, { verdict: 'no-code-field' }] }],
  });
});
