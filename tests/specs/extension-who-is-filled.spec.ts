import { type BrowserContext, expect } from '@playwright/test';
import { keepAccountForSite, SETUP_LINK } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, FRAMING_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const HOME = 'https://login.example.com';
const FILL = '[data-testid="fill"]';

/** Every https site shows the same page, with the path as its greeting; nothing leaves the browser. */
async function serveEverywhere(context: BrowserContext, html = CODE_PAGE): Promise<void> {
  await context.route(/^https:/, async (route) => {
    const greeting = decodeURIComponent(new URL(route.request().url()).pathname.slice(1));
    await route.fulfill({ contentType: 'text/html', body: html.replace('<form>', `<form><p>${greeting}</p>`) });
  });
}

test('a site that imitates a known one is called so, and gets a code only after both names were shown', async ({
  page,
  context,
  lifeguard,
}) => {
  await serveEverywhere(context);
  const field = page.getByLabel('Authenticator code');
  await page.goto(HOME);
  await (await keepAccountForSite({ page, lifeguard })).close();

  await page.goto('https://login.exarnple.com');
  const popup = await lifeguard.openPopup(page);
  expect(await popup.text('[data-testid="look-alike"]')).toBe(
    'Careful: login.exarnple.com has letters that look like those of login.example.com. It is another site.',
  );
  expect(await popup.has(FILL)).toBe(false);

  await popup.click('[data-testid="details"]');
  await popup.click('[data-testid="bind"]');
  const names = await popup.text('[data-testid="consent"] dl');
  expect(names).toContain(HOME);
  expect(names).toContain('https://login.exarnple.com');
  expect(await popup.violations()).toEqual([]);
  await expect.poll(() => popup.focused()).toBe('Cancel');
  await popup.press('Enter');
  expect(await popup.has(FILL)).toBe(false);
  await popup.close();
  await expect(field).toHaveValue('');

  const again = await lifeguard.openPopup(page);
  await again.useAtThisSite({ another: true });
  await again.fill();
  await expect(field).toHaveValue(/^\d{6}$/);
});

test('an account is filled at other addresses of its domain where the user says so', async ({
  page,
  context,
  lifeguard,
}) => {
  await serveEverywhere(context);
  const field = page.getByLabel('Authenticator code');
  await page.goto(HOME);
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.close();
  await page.goto('https://id.example.com');
  const before = await lifeguard.openPopup(page);
  await expect.poll(() => before.accounts()).toHaveLength(1);
  expect(await before.has(FILL)).toBe(false);

  await before.click('[data-testid="details"]');
  await before.click('[data-testid="cover-domains"]');
  await before.fill();
  await expect(field).toHaveValue(/^\d{6}$/);

  await page.goto('https://id.example.net');
  const elsewhere = await lifeguard.openPopup(page);
  await expect.poll(() => elsewhere.accounts()).toHaveLength(1);
  expect(await elsewhere.has(FILL)).toBe(false);
});

test('of two accounts the one that the page names is filled; where it names none the user is asked', async ({
  page,
  context,
  lifeguard,
}) => {
  await serveEverywhere(context);
  const field = page.getByLabel('Authenticator code');
  await page.goto(HOME);
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.addByUri(SETUP_LINK.replace('alice', 'bob').replace('JBSW', 'KRUG'));
  await popup.click('[aria-labelledby="accounts"] [data-testid="details"]');
  await popup.click('[aria-labelledby="accounts"] [data-testid="bind"]');
  await expect.poll(() => popup.has('[aria-labelledby="accounts"]')).toBe(false);
  await popup.close();

  await page.goto(`${HOME}/Sign in as bob`);
  const named = await lifeguard.openPopup(page);
  await expect.poll(() => named.focused()).toBe('Fill code for Example (bob)');
  await named.close();
  await lifeguard.runShortcut(page);
  await expect(field).toHaveValue(/^\d{6}$/);

  await page.goto(`${HOME}/Sign in`);
  await lifeguard.runShortcut(page);
  await (await lifeguard.popupToOpen()).close();
  await expect(field).toHaveValue('');
});

test('the form is sent after the code where the user has said so, and nowhere else', async ({
  page,
  context,
  lifeguard,
}) => {
  const noted = CODE_PAGE.replace(
    '</html>',
    '<script>onsubmit = (event) => (event.preventDefault(), document.title += "!")</script></html>',
  );
  await serveEverywhere(context, noted);
  const field = page.getByLabel('Authenticator code');
  await page.goto(HOME);
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.fill();
  await expect(field).toHaveValue(/^\d{6}$/);
  await expect(page).toHaveTitle('Two-factor sign-in');

  const again = await lifeguard.openPopup(page);
  await again.click('[data-testid="details"]');
  expect(await again.violations()).toEqual([]);
  await again.click('[data-testid="submit-at"]');
  await expect.poll(() => again.text('#status')).toBe('Saved.');
  await again.fill();
  await expect(page).toHaveTitle('Two-factor sign-in!');
});

test('the shortcut says why it filled nothing, and counts down on the button to a code that no page has got', async ({
  page,
  lifeguard,
}) => {
  const occupied = CODE_PAGE.replace('<input', '<input onfocus="this.value = \'mine\'"');
  await using site = await serveLoopbackSite({ '/': occupied, '/again': occupied });
  await page.goto(site.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  await lifeguard.runShortcut(page);
  const opened = await lifeguard.popupToOpen();
  await expect
    .poll(() => opened.text('#problem'))
    .toBe('Something that is no code stands in the field. Lifeguard leaves it there.');
  await opened.close();

  await page.goto(`${site.origin}/again`);
  await lifeguard.runShortcut(page);
  await expect.poll(() => lifeguard.badge(page)).toMatch(/^\d{1,2}$/);
});

test('a frame of another site is seen with the user’s leave, and filled once both names were shown', async ({
  page,
  lifeguard,
}) => {
  const pages = { '/': CODE_PAGE, '/framing': FRAMING_PAGE };
  await using shop = await serveLoopbackSite(pages);
  await using identity = await serveLoopbackSite(pages);
  await page.goto(identity.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  const field = page.frameLocator('iframe').getByLabel('Authenticator code');
  await lifeguard.allowHost('http://localhost/*');
  const framing = `${shop.origin}/framing?framed=${identity.origin}/`;
  await page.goto(framing);
  await expect(field).toBeVisible();
  const unseeing = await lifeguard.openPopup(page);
  expect(await unseeing.has(FILL)).toBe(false);
  await unseeing.click('[data-testid="frame-access"] summary');
  expect(await unseeing.violations()).toEqual([]);
  await unseeing.click('[data-testid="let-in"]');

  await unseeing.click(FILL);
  const names = await unseeing.text('[data-testid="consent"] dl');
  expect(names).toContain(identity.origin);
  expect(names).toContain(shop.origin);
  await expect(field).toHaveValue('');
  await unseeing.click('[data-testid="allow"]');
  await unseeing.closed({ withinMillis: 35_000 });
  await expect(field).toHaveValue(/^\d{6}$/);

  await test.step('the next time without a question, but not within another page', async () => {
    await page.goto(framing);
    await (await lifeguard.openPopup(page)).fill();
    await expect(field).toHaveValue(/^\d{6}$/);
    await using other = await serveLoopbackSite(pages);
    await page.goto(`${other.origin}/framing?framed=${identity.origin}/`);
    const asking = await lifeguard.openPopup(page);
    await asking.click(FILL);
    await asking.text('[data-testid="consent"]');
    await expect(field).toHaveValue('');
  });
});
