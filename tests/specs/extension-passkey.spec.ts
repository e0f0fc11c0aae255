import { expect, type Page } from '@playwright/test';
import { askBackground } from '../support/ask-background.ts';
import { keepAccountForSite, VAULT_PASSWORD } from '../support/bound-account.ts';
import type { ChromiumExtension } from '../support/chromium-extension.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, type LoopbackSite, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';
import { addVirtualAuthenticator, type VirtualAuthenticator } from '../support/virtual-authenticator.ts';

const NEXT_PASSWORD = 'a saddle for the battery';

test('a passkey opens the vault beside the password, also after another password, until it is removed', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const settings = await settingsOfVault({ page, lifeguard, site });
  const authenticator = await addVirtualAuthenticator(settings, { hasPrf: true });
  const card = settings.getByRole('region', { name: 'Passkey' });
  const news = settings.locator('#status');
  const unlock = settings.getByRole('button', { name: 'Unlock with passkey' });

  await test.step('adding it takes the password', async () => {
    await card.getByRole('button', { name: 'Add a passkey' }).click();
    await givePassword(settings, 'another one');
    await expect(card.getByRole('alert')).toHaveText('The password is wrong.');
    expect(await authenticator.passkeys()).toBe(0);
    await expectGoodInEveryLook(surfaceIn(settings), 'passkey-add');
    await givePassword(settings, VAULT_PASSWORD);
    await expect(news).toHaveText('The passkey is added. It opens Lifeguard from now on.');
    await expect(card.getByTestId('passkey-status')).toHaveText(/^Added on .*\d{4}\.$/);
    expect(await authenticator.passkeys()).toBe(1);
    await expectGoodInEveryLook(surfaceIn(settings), 'passkey');
  });

  await test.step('it opens the vault, and so does the password', async () => {
    await lock(settings, lifeguard);
    await expect(settings.locator('#unlock-form')).toHaveCSS('inline-size', '384px');
    await expectGoodInEveryLook(surfaceIn(settings), 'settings-locked-passkey');
    await unlock.click();
    await expect(card).toBeVisible();
    await lock(settings, lifeguard);
    await unlockByPassword(settings, VAULT_PASSWORD);
  });

  await test.step('a backup goes on asking for the password', async () => {
    const backup = settings.getByRole('region', { name: 'Backup' });
    await backup.getByRole('button', { name: 'Save a backup' }).click();
    await expect(backup.getByLabel('Your password for Lifeguard')).toBeFocused();
    await backup.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('it stays with another password', async () => {
    const part = settings.getByRole('region', { name: 'Change password' });
    const change = part.getByRole('button', { name: 'Change password' });
    await change.click();
    await part.getByLabel('Current password').fill(VAULT_PASSWORD);
    await part.getByLabel('New password').fill(NEXT_PASSWORD);
    await part.getByLabel('Password again').fill(NEXT_PASSWORD);
    await change.click();
    await expect(news).toContainText('The password is changed.');
    await lock(settings, lifeguard);
    await unlock.click();
    await expect(card.getByTestId('passkey-status')).toBeVisible();
  });

  await test.step('one that replaces it is the only one then', async () => {
    await card.getByRole('button', { name: 'Replace the passkey' }).click();
    await givePassword(settings, NEXT_PASSWORD);
    await expect(news).toHaveText('The passkey is added. It opens Lifeguard from now on.');
    expect(await authenticator.passkeys()).toBe(2);
    await lock(settings, lifeguard);
    await unlock.click();
    await expect(card).toBeVisible();
  });

  await test.step('removed, it is gone', async () => {
    await card.getByRole('button', { name: 'Remove the passkey' }).click();
    await expect(news).toContainText('The passkey is removed.');
    await expect(card.getByRole('button', { name: 'Add a passkey' })).toBeVisible();
    await expect(card.getByTestId('passkey-status')).toBeHidden();
    await lock(settings, lifeguard);
    await expect(settings.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
    await expect(unlock).toBeHidden();
    await unlockByPassword(settings, NEXT_PASSWORD);
  });
});

test('from the popup it opens the vault in a tab that closes again', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const settings = await settingsOfVault({ page, lifeguard, site });
  const authenticator = await lockedByPasskey(settings, lifeguard);

  await page.bringToFront();
  const popup = await lifeguard.openPopup(page);
  await popup.text('#unlock-with-passkey');
  await expectGoodInEveryLook(popup.surface, 'popup-locked-passkey');
  const opened = page.context().waitForEvent('page');
  await popup.click('#unlock-with-passkey');
  await popup.closed({ withinMillis: 5_000 });
  const tab = await opened;
  await tab.waitForURL(/#unlock-with-passkey$/);
  const { hash } = new URL(tab.url());
  await tab.close();

  // The browser ties an authenticator that it makes up to one tab: the other one has none.
  expect(await authenticator.passkeys()).toBe(1);
  await settings.bringToFront();
  await Promise.all([
    settings.waitForEvent('close'),
    settings.evaluate((place) => {
      location.hash = place;
      setTimeout(() => location.reload());
    }, hash),
  ]);
  await page.bringToFront();
  expect(await (await lifeguard.openPopup(page)).accounts()).toHaveLength(1);
});

test('it opens the copy before a damaged one, and the settings say so', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const settings = await settingsOfVault({ page, lifeguard, site });
  await lockedByPasskey(settings, lifeguard);
  await settings.evaluate(() => chrome.storage.local.set({ vault: 'torn' }));
  await settings.reload();
  await settings.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(settings.locator('#status')).toContainText('The newest copy of your vault was damaged.');
  await expect(settings.getByTestId('passkey-status')).toBeVisible();
});

test('whoever is not the user of the passkey is kept out, and the password opens the vault', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const settings = await settingsOfVault({ page, lifeguard, site });
  const authenticator = await lockedByPasskey(settings, lifeguard);
  await authenticator.setUserVerified(false);
  await settings.getByRole('button', { name: 'Unlock with passkey' }).click();
  await expect(settings.getByRole('alert')).toHaveText('No passkey was used. Try again, or use your password.');
  await unlockByPassword(settings, VAULT_PASSWORD);
});

test('giving up while adding one says that none was added, and the news before it goes', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const settings = await settingsOfVault({ page, lifeguard, site });
  const authenticator = await addVirtualAuthenticator(settings, { hasPrf: true });
  const card = settings.getByRole('region', { name: 'Passkey' });
  await addPasskey(settings);
  await authenticator.setUserVerified(false);
  await card.getByRole('button', { name: 'Replace the passkey' }).click();
  await givePassword(settings, VAULT_PASSWORD);
  await expect(card.getByRole('alert')).toHaveText('No passkey was added. Try again.');
  await expect(settings.locator('#status')).toBeEmpty();
});

test('an authenticator whose passkeys make no keys is refused, and nothing of it is kept', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const settings = await settingsOfVault({ page, lifeguard, site });
  const authenticator = await addVirtualAuthenticator(settings, { hasPrf: false });
  const card = settings.getByRole('region', { name: 'Passkey' });
  await card.getByRole('button', { name: 'Add a passkey' }).click();
  await givePassword(settings, VAULT_PASSWORD);
  await expect(card.getByRole('alert')).toContainText('This passkey cannot make keys');
  expect(await authenticator.passkeys()).toBe(1);
  expect(await askBackground(settings, 'vaultStatus')).not.toHaveProperty('passkey');
  await lock(settings, lifeguard);
  await expect(settings.getByRole('button', { name: 'Unlock with passkey' })).toBeHidden();
});

test('in Firefox, which lets no extension use passkeys, the settings say so', async ({ firefox }) => {
  const { page } = firefox;
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  await page.goto(firefox.extensionUrl('src/options/index.html'));
  const card = () => page.run(() => document.querySelector('[data-testid="passkey"]')?.textContent);
  await expect.poll(card).toContain('This browser does not let extensions use passkeys. Use your password.');
  expect(await page.run(() => document.querySelector('[data-testid="passkey"] button'))).toBeNull();
});

interface World {
  readonly page: Page;
  readonly lifeguard: ChromiumExtension;
  readonly site: LoopbackSite;
}

/** The settings page of a vault with one account. */
async function settingsOfVault({ page, lifeguard, site }: World): Promise<Page> {
  await page.goto(site.origin);
  await (await keepAccountForSite({ page, lifeguard })).close();
  return lifeguard.openSettings();
}

/** Locks a vault that a passkey opens. */
async function lockedByPasskey(settings: Page, lifeguard: ChromiumExtension): Promise<VirtualAuthenticator> {
  const authenticator = await addVirtualAuthenticator(settings, { hasPrf: true });
  await addPasskey(settings);
  await lock(settings, lifeguard);
  return authenticator;
}

async function addPasskey(settings: Page): Promise<void> {
  await settings.getByRole('button', { name: 'Add a passkey' }).click();
  await givePassword(settings, VAULT_PASSWORD);
  await expect(settings.locator('#status')).toContainText('The passkey is added.');
}

async function givePassword(settings: Page, password: string): Promise<void> {
  const field = settings.getByRole('region', { name: 'Passkey' }).getByLabel('Your password for Lifeguard');
  await field.fill(password);
  await field.press('Enter');
}

async function lock(settings: Page, lifeguard: ChromiumExtension): Promise<void> {
  await lifeguard.tellIdleState('locked');
  await expect(async () => {
    await settings.reload();
    await expect(settings.getByRole('heading')).toHaveText('Lifeguard is locked', { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
}

async function unlockByPassword(settings: Page, password: string): Promise<void> {
  await settings.getByLabel('Password').fill(password);
  await settings.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(settings.getByRole('region', { name: 'Passkey' })).toBeVisible();
}
