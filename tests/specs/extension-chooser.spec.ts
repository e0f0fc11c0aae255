import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { keepAccountForSite, keepAccountInFirefox, SETUP_LINK, VAULT_PASSWORD } from '../support/bound-account.ts';
import { ARMED_MILLIS, chooseAccount, chooseByKeys, chooserOf, isOffered } from '../support/chooser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';

const PERIOD_IN_SECONDS = 10;
const LINK = `${SETUP_LINK}&period=${PERIOD_IN_SECONDS}`;
const ALICE = 'Fill code for Example alice';

const PAGES = {
  '/': CODE_PAGE,
  '/of-bob': CODE_PAGE.replace('<form>', '<p>Signing in as bob</p><form>'),
  '/dialog': CODE_PAGE.replace('<form>', '<dialog><form>').replace(
    '</form>',
    '</form></dialog><script>document.querySelector("dialog").showModal()</script>',
  ),
  '/text-message': CODE_PAGE.replace('<form>', '<p>We have sent a text message with a code to your phone.</p><form>')
    .replace('Authenticator code', 'Code from the text message')
    .replace('Two-factor sign-in', 'Check your phone'),
};

test('the chooser shows what a site has: accounts, a wait, a lock, or a code that comes from elsewhere', async ({
  page,
  context,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite(PAGES);
  const field = page.locator('input');
  await page.goto(site.origin);
  await lifeguard.allowHost('http://localhost/*');
  const popup = await keepAccountForSite({ page, lifeguard, setupLink: LINK });
  await popup.click('[data-testid="inline"]');
  await popup.close();

  await test.step('in a modal dialog it stands above the dialog, and its code gets into the field there', async () => {
    await page.goto(`${site.origin}/dialog`);
    await chooseAccount(await chooserOf(page), ALICE);
    await expect(field).toHaveValue(/^\d{6}$/, { timeout: 15_000 });
  });

  await test.step('a code that another page has got is not given again, and the wait for the next is counted', async () => {
    // On a busy machine the time of the first code may be over before the second press.
    await expect(async () => {
      await page.bringToFront();
      await page.goto(site.origin);
      const chooser = await chooserOf(page);
      await pause(millisUntilStep());
      await chooseAccount(chooser, ALICE);
      await expect(field).toHaveValue(/^\d{6}$/);
      const given = await field.inputValue();

      await using other = await context.newPage();
      await other.goto(site.origin);
      const second = await chooserOf(other);
      await chooseAccount(second, ALICE);
      await expect(second.getByRole('heading')).toHaveText(/^Waiting for the next code… \d+$/, { timeout: 1_000 });
      await expect(second.getByRole('status').first()).toHaveText(/^Waiting for the next code… \d+$/);
      await expectGoodInEveryLook(surfaceIn(other, second), 'chooser-waiting');
      await expect(other.locator('input')).toHaveValue(/^\d{6}$/, { timeout: 30_000 });
      expect(await other.locator('input').inputValue()).not.toBe(given);
    }).toPass({ timeout: 80_000 });
    await page.bringToFront();
  });

  await test.step('of two accounts the one that the page names comes first', async () => {
    const again = await lifeguard.openPopup(page);
    await again.addByUri(LINK.replace('alice', 'bob').replace('JBSW', 'KRUG'));
    await again.click('[aria-labelledby="accounts"] [data-testid="details"]');
    await again.click('[aria-labelledby="accounts"] [data-testid="bind"]');
    await expect.poll(() => again.has('[aria-labelledby="accounts"]')).toBe(false);
    await again.close();
    await page.goto(`${site.origin}/of-bob`);
    const names = (await chooserOf(page)).getByRole('list').getByRole('button');
    await expect(names).toContainText(['bob', 'alice']);
    await chooseAccount(await chooserOf(page), 'Fill code for Example bob');
    await expect(field).toHaveValue(/^\d{6}$/, { timeout: 15_000 });
  });

  await test.step('on a page that wants the code of a text message it says so', async () => {
    await page.goto(`${site.origin}/text-message`);
    const chooser = await chooserOf(page);
    await expect(chooser.getByText('This page wants the code that was sent to your phone')).toBeVisible();
    await expectGoodInEveryLook(surfaceIn(page, chooser), 'chooser-text-message');
    await expect(field).toHaveValue('');
  });

  await test.step('a locked vault has no names to show, and the accounts come back with the password', async () => {
    await page.goto(site.origin);
    const chooser = await chooserOf(page);
    await lifeguard.endIdleTime();
    await expect(chooser.getByText('Lifeguard is locked')).toBeVisible();
    await expect(chooser.getByText('alice')).toHaveCount(0);
    await field.focus();
    const buttons = [
      ['ArrowDown', 'Unlock'],
      ['ArrowDown', 'Not now'],
      ['ArrowUp', 'Unlock'],
    ] as const;
    for (const [key, name] of buttons) {
      await page.keyboard.press(key);
      await expect(chooser.getByRole('button', { name })).toBeFocused();
    }
    const locked = await lifeguard.openPopup(page);
    await locked.unlock(VAULT_PASSWORD);
    await locked.close();
    await expect(chooser.getByRole('button', { name: ALICE })).toBeVisible();
  });
});

test('an account is chosen at the field in Firefox by keys alone, also after the vault was unlocked in the popup', async ({
  firefox,
}) => {
  await using site = await serveLoopbackSite(PAGES);
  const { page } = firefox;
  await page.goto(site.origin);
  await (await keepAccountInFirefox(firefox, LINK)).close();
  await firefox.allowHost('http://localhost/*');
  await firefox.askBackground('offerInlineAt', { origin: site.origin });

  await chooseByKeys(page);
  await firefox.askBackground('lockVault', undefined);
  await page.goto(site.origin);
  await expect.poll(() => page.run(isOffered)).toBe(true);
  await pause(ARMED_MILLIS);
  const popup = await firefox.openPopup();
  await popup.unlock(VAULT_PASSWORD);
  await popup.close();
  await chooseByKeys(page);
});

function millisUntilStep(): number {
  const period = PERIOD_IN_SECONDS * 1000;
  return period - (Date.now() % period);
}
