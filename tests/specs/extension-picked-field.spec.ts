import { expect } from '@playwright/test';
import { keepAccountForSite, keepAccountInFirefox } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';

/** Nothing here says what it is for; the ids are others each time, and one of them looks as if an author had given it. */
const WORDLESS_PAGE = `<!doctype html>
<html lang="en">
  <title>Hello</title>
  <div id="x"><input name="alpha"><input name="beta"></div>
  <script>
    for (const field of document.querySelectorAll('input')) field.id = (field.name === 'beta' ? 'f' : '1f') + [...Math.random().toString(36).slice(2)].map((one) => String.fromCharCode(97 + one.charCodeAt() % 26)).join('');
  </script>
</html>`;

test('a field that the user has named is filled from then on, and no longer when it is forgotten', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': WORDLESS_PAGE, '/again': WORDLESS_PAGE });
  const [other, field] = [page.locator('[name=alpha]'), page.locator('[name=beta]')];
  await page.goto(site.origin);
  const popup = await keepAccountForSite({ page, lifeguard });
  expect(await popup.has('[data-testid="fill"]')).toBe(false);
  await popup.click('[data-testid="pick-field"]');
  await popup.closed({ withinMillis: 5_000 });

  await test.step('a click that the page makes up names nothing', async () => {
    await other.evaluate((input) => (input as HTMLInputElement).click());
  });
  await expect(other).toHaveValue('');
  await field.focus();
  await page.keyboard.press('Enter');
  await expect(field, 'what is named is filled').toHaveValue(/^\d{6}$/);
  await expect(other).toHaveValue('');

  await page.goto(`${site.origin}/again`);
  await (await lifeguard.openPopup(page)).fill();
  await expect(field).toHaveValue(/^\d{6}$/);
  await expect(other).toHaveValue('');

  const again = await lifeguard.openPopup(page);
  await again.click('[data-testid="details"]');
  await again.click('[data-testid="forget-field"]');
  await again.text('[data-testid="pick-field"]');
});

test('a field that the user has named by a click is filled in Firefox, until it is forgotten', async ({ firefox }) => {
  await using site = await serveLoopbackSite({ '/': WORDLESS_PAGE });
  const { page } = firefox;
  await page.goto(site.origin);
  const popup = await keepAccountInFirefox(firefox);
  await popup.click('[data-testid="pick-field"]');
  await popup.closed({ withinMillis: 5_000 });
  await page.click('[name=beta]');
  await expect.poll(() => page.value('[name=beta]')).toMatch(/^\d{6}$/);
  expect(await page.value('[name=alpha]')).toBe('');

  const again = await firefox.openPopup();
  await again.click('[data-testid="details"]');
  await again.click('[data-testid="forget-field"]');
  await again.text('[data-testid="pick-field"]');
});
