import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { SETTINGS } from '../support/extension-browser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { QR_MODULES } from '../support/qr-code.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';

const SHOP = 'otpauth://totp/Shop:ann?secret=KRUGS4ZANFZSAYJA&issuer=Shop';
const BANK = 'otpauth://totp/Bank:bob?secret=NB2W45DFOIZA&issuer=Bank';
const COUNTED = 'otpauth://hotp/Counter:eve?secret=NB2W45DFOIZA&issuer=Counter&counter=1';
const LIST = [SHOP, BANK, SHOP, 'otpauth://totp/Broken?secret=1', COUNTED].join('\n');

const PASSWORD = 'of the other app';
const encrypted = {
  name: 'backup.2fas',
  mimeType: 'application/json',
  buffer: Buffer.from(encryptedExport([{ name: 'Safe', secret: 'KRUGS4ZANFZSAYJB', otp: { account: 'carol' } }])),
};

function textFile(name: string, text: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

test('accounts of other apps are looked at, imported, and taken back', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  const popup = await lifeguard.openPopup(page);
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  const settings = await lifeguard.openSettings();
  const importer = settings.getByRole('region', { name: 'Import accounts' });
  const files = importer.getByLabel('Choose a file or several pictures');

  await test.step('a list with good and bad entries', async () => {
    await files.setInputFiles(textFile('list.txt', LIST));
    await expect(importer.getByRole('heading', { name: 'Accounts to import: 2' })).toBeFocused();
    await expect(importer.getByTestId('accepted').getByRole('listitem')).toHaveText(['Shop (ann)', 'Bank (bob)']);
    await expect(importer.getByText('Already there: 1')).toBeVisible();
    await expect(importer.getByTestId('rejected').getByRole('listitem')).toHaveText([
      /letters A to Z and the digits 2 to 7/,
      /Counter \(eve\).*counted \(HOTP\)/,
    ]);
    expect(await accountNames(settings)).toEqual([]);
    await expectGoodInEveryLook(surfaceIn(settings), 'import-preview');
    await importer.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(settings.locator('#status')).toContainText('Accounts imported: 2');
    await expect.poll(() => accountNames(settings)).toEqual(['Bank (bob)', 'Shop (ann)']);
  });

  await test.step('an encrypted export, with a wrong password first', async () => {
    await files.setInputFiles(encrypted);
    const password = importer.getByLabel('Password of the file');
    await expect(password).toBeFocused();
    await expect(password).toHaveAccessibleDescription(/For a backup of Lifeguard/);
    await password.fill('another');
    await password.press('Enter');
    await expect(importer.getByRole('alert')).toContainText('The password is wrong, or');
    await expect(password).toHaveAccessibleDescription(/is wrong.*For a backup of Lifeguard/);
    await expectGoodInEveryLook(surfaceIn(settings), 'import-wrong-password');
    await password.fill(PASSWORD);
    await password.press('Enter');
    await expect(importer.getByTestId('accepted')).toContainText('Safe (carol)');
    await importer.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(settings.locator('#status')).toContainText('Accounts imported: 1');
  });

  await test.step('a file that was changed since it was chosen', async () => {
    const path = test.info().outputPath(encrypted.name);
    await writeFile(path, encrypted.buffer);
    await files.setInputFiles(path);
    await importer.getByLabel('Password of the file').fill(PASSWORD);
    await rm(path);
    await importer.getByLabel('Password of the file').press('Enter');
    await expect(settings.locator('#problem')).toHaveText(/^The file can’t be read\. Choose it again/);
    await expect(files).toBeVisible();
  });

  await test.step('undo takes back the newest import', async () => {
    await importer.getByRole('button', { name: 'Undo the import' }).click();
    await expect(settings.locator('#status')).toHaveText('Accounts removed again: 1.');
    await expect.poll(() => accountNames(settings)).toEqual(['Bank (bob)', 'Shop (ann)']);
  });

  await test.step('a picture that is dropped, which brings nothing new twice', async () => {
    for (const heading of ['Accounts to import: 1', 'There is no new account in it.']) {
      await importer.locator('.drop').evaluate(dropPicture, QR_MODULES);
      await expect(importer.getByRole('heading', { name: heading })).toBeVisible();
      const now = importer.getByRole('button', { name: 'Import', exact: true });
      await ((await now.isVisible()) ? now : importer.getByRole('button', { name: 'Cancel' })).click();
    }
    await expect.poll(() => accountNames(settings)).toEqual(['Bank (bob)', 'Example (alice)', 'Shop (ann)']);
  });

  await test.step('pasted text, and what is no export', async () => {
    await importer.getByText('Paste text instead').click();
    await importer.getByLabel('otpauth links, one in a line').fill('just some words');
    await importer.getByRole('button', { name: 'Read' }).click();
    await expect(settings.locator('#problem')).toHaveText('Lifeguard does not know this kind of file.');
    await files.setInputFiles([textFile('one.txt', SHOP), textFile('two.txt', BANK)]);
    await expect(settings.locator('#problem')).toHaveText('Choose one file, or several pictures.');
    await expect(settings.locator('#problem')).toBeInViewport();
  });

  await test.step('what was said of one file is no answer to the next, and the import before can still be undone', async () => {
    await files.setInputFiles(textFile('list.txt', LIST));
    await expect(importer.getByRole('heading', { name: 'There is no new account in it.' })).toBeVisible();
    await expect(settings.locator('#problem')).toBeEmpty();
    await importer.getByRole('button', { name: 'Cancel' }).click();
    await importer.getByRole('button', { name: 'Undo the import' }).click();
    await expect.poll(() => accountNames(settings)).toEqual(['Bank (bob)', 'Shop (ann)']);
  });
});

test('accounts of other apps are imported and taken back in Firefox', async ({ firefox }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  const { page } = firefox;
  await page.goto(site.origin);
  const popup = await firefox.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  await page.goto(firefox.extensionUrl('src/options/index.html'));
  await page.click('.drop ~ details summary');
  await page.fill('#import-text', LIST);
  await page.click('.paste button');
  await page.click('[data-testid="import-now"]');
  await expect.poll(() => page.run(() => document.querySelector('#status')?.textContent)).toContain('imported: 2');
  await page.click('[data-testid="undo-import"]');
  await expect.poll(() => page.run(() => document.querySelector('#status')?.textContent)).toContain('again: 2');
});

inEachBrowser('an export of several accounts that is given as a setup link leads to the import', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.click('#add-account');
  await popup.write('#uri', 'otpauth://totp/Broken?secret=1');
  await popup.click('#add-uri');
  await popup.text('#problem');
  expect(await popup.has('[data-testid="open-import"]'), 'no other refusal leads there').toBe(false);
  await popup.write('#uri', 'otpauth-migration://offline?data=CgA%3D');
  await popup.click('#add-uri');
  await expect.poll(() => popup.text('#problem')).toContain('“Import accounts” in the settings takes them all at once');
  await expectGoodInEveryLook(popup.surface, `popup-migration-${browser.name}`);
  await popup.click('[data-testid="open-import"]');
  await popup.closed({ withinMillis: 5_000 });
});

inEachBrowser('an import can be undone as long as the browser runs, and is made once', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.close();
  await browser.inExtensionPage(SETTINGS, async (settings) => {
    const status = () => settings.run(() => document.querySelector('#status')?.textContent);
    await expect.poll(() => settings.run(hasShown, '#import-text')).toBe(true);
    await settings.run(pasteText, LIST);
    await expect.poll(() => settings.run(hasShown, '[data-testid="import-now"]')).toBe(true);
    await settings.run(pressTwice, '[data-testid="import-now"]');
    await expect.poll(status).toContain('imported: 2');
    await settings.reload();
    await expect.poll(() => settings.run(hasShown, '[data-testid="undo-import"]'), 'after a reload').toBe(true);
    expect(await status()).toBe('');
    await settings.run(pressTwice, '[data-testid="undo-import"]');
    await expect.poll(status).toContain('again: 2');
    await expect.poll(() => settings.run(hasShown, '[data-testid="undo-import"]')).toBe(false);
  });
});

function hasShown(selector: string): boolean {
  return document.querySelector(selector) !== null;
}

function pasteText(text: string): void {
  document.querySelector<HTMLTextAreaElement>('#import-text')!.value = text;
  document.querySelector<HTMLFormElement>('form.paste:has(#import-text)')!.requestSubmit();
}

/** As a double click would. */
function pressTwice(selector: string): void {
  const button = document.querySelector<HTMLElement>(selector)!;
  button.click();
  setTimeout(() => button.click());
}

/** The accounts that the settings show, each with its sites. */
async function accountNames(settings: Page): Promise<readonly string[]> {
  return settings.locator('.account-sites h3').allTextContents();
}

/** As 2FAS encrypts a backup: PBKDF2-SHA256 and AES-GCM, `data:salt:iv` in Base64. */
function encryptedExport(services: readonly object[]): string {
  const [salt, iv] = [randomBytes(256), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', pbkdf2Sync(PASSWORD, salt, 10_000, 32, 'sha256'), iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(services)), cipher.final(), cipher.getAuthTag()]);
  const servicesEncrypted = [data, salt, iv].map((part) => part.toString('base64')).join(':');
  return JSON.stringify({ schemaVersion: 4, services: [], servicesEncrypted });
}

async function dropPicture(target: Element, modules: readonly (readonly boolean[])[]): Promise<void> {
  const canvas = document.createElement('canvas');
  const pixels = 6;
  canvas.width = canvas.height = modules.length * pixels;
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries()) if (isDark) context.fillRect(x * pixels, y * pixels, pixels, pixels);
  }
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([picture!], 'code.png', { type: 'image/png' }));
  target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}
