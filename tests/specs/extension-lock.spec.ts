import { expect } from '@playwright/test';
import { keepAccountForSite, VAULT_PASSWORD } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

test('a locked vault fills nothing, and after the password it does', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const field = page.getByLabel('Authenticator code');
  await page.goto(site.origin);
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.click('#lock');
  await expect.poll(() => popup.text('h1')).toBe('Lifeguard is locked');
  expect(await popup.has('[data-testid="account"]')).toBe(false);
  await popup.close();

  await lifeguard.runShortcut(page);
  const opened = await lifeguard.popupToOpen();
  await expect.poll(() => opened.text('h1')).toBe('Lifeguard is locked');
  await expect(field).toHaveValue('');

  await opened.unlock(VAULT_PASSWORD);
  await opened.fill();
  await expect(field).toHaveValue(/^\d{6}$/);
});

test('the vault locks itself when it was not used for the time of the settings', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  const popup = await keepAccountForSite({ page, lifeguard });
  await popup.close();

  const settings = await lifeguard.openSettings();
  await settings.getByLabel('Lock when not used for').selectOption('1 minute');
  await expect(settings.getByRole('status')).toHaveText('Saved.');
  const seconds = await lifeguard.secondsUntilLock();
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);

  await lifeguard.endIdleTime();
  await expect(async () => {
    await settings.reload();
    await expect(settings.getByRole('heading')).toHaveText('Lifeguard is locked', { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await settings.close();
  await lifeguard.runShortcut(page);
  const opened = await lifeguard.popupToOpen();
  await expect.poll(() => opened.text('h1')).toBe('Lifeguard is locked');
  await expect(page.getByLabel('Authenticator code')).toHaveValue('');
});

test('the vault locks itself with the screen, and is not opened by its return', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  await lifeguard.tellIdleState('active');
  const open = await lifeguard.openPopup(page);
  await open.text('#lock');
  await open.close();
  await lifeguard.tellIdleState('locked');
  await lifeguard.tellIdleState('active');
  const locked = await lifeguard.openPopup(page);
  await expect.poll(() => locked.text('h1')).toBe('Lifeguard is locked');
});

test('another password is chosen in the settings, and the old one is wrong from then on', async ({
  page,
  lifeguard,
}) => {
  const NEXT = 'a saddle for the battery';
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  const settings = await lifeguard.openSettings();
  const part = settings.getByRole('region', { name: 'Change password' });
  await part.getByRole('button', { name: 'Change password' }).click();
  const submit = () => part.getByRole('button', { name: 'Change password' }).click();
  await part.getByLabel('New password').fill(NEXT);
  await part.getByLabel('Password again').fill('another one that differs');
  await submit();
  await expect(part.getByRole('alert')).toHaveText('The two passwords are not the same.');
  await part.getByLabel('Password again').fill(NEXT);
  await part.getByLabel('Current password').fill('not the current one');
  await submit();
  await expect(part.getByRole('alert')).toHaveText('The password is wrong.');
  await part.getByLabel('Current password').fill(VAULT_PASSWORD);
  await submit();
  await expect(settings.locator('#status')).toContainText('The password is changed.');

  await lifeguard.tellIdleState('locked');
  await page.bringToFront();
  const locked = await lifeguard.openPopup(page);
  await locked.run((document, password) => {
    document.querySelector<HTMLInputElement>('#password')!.value = password;
    document.querySelector<HTMLElement>('#unlock')!.click();
  }, VAULT_PASSWORD);
  await expect.poll(() => locked.text('#problem')).toBe('The password is wrong.');
  await locked.unlock(NEXT);
  expect(await locked.accounts()).toHaveLength(1);
});
