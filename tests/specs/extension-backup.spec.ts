import { rm, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { restoreInFirefox, savedFile } from '../support/backup-file.ts';
import { keepAccountForSite, SETUP_LINK, VAULT_PASSWORD } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';

const SECRET = /JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP/;

test('a backup is saved, tried and restored, and accounts move to other apps', async ({ page, lifeguard, firefox }) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  const popup = await keepAccountForSite({ page, lifeguard });
  expect(await popup.text('.backup-note')).toContain('nowhere else');
  const tab = page.context().waitForEvent('page');
  await popup.click('[data-testid="backup-open"]');
  await popup.closed({ withinMillis: 5_000 });
  const settings = await tab;
  const backup = settings.getByRole('region', { name: 'Backup' });
  const status = settings.locator('#status');
  const password = backup.getByLabel('Your password for Lifeguard');
  let file = '';

  await test.step('the reminder leads to the password, once', async () => {
    await expect(password).toBeFocused();
    await expect(backup.getByRole('heading', { name: 'Backup' })).toBeInViewport();
    await settings.reload();
    await expect(backup.getByTestId('backup-status')).toHaveText('No backup has been saved so far.');
  });

  await test.step('it takes the password, though the vault is open', async () => {
    await backup.getByRole('button', { name: 'Save a backup' }).click();
    await expect(password).toBeFocused();
    await password.fill('another');
    await password.press('Enter');
    await expect(backup.getByRole('alert')).toHaveText('The password is wrong.');
    await expectGoodInEveryLook(surfaceIn(settings), 'backup');
    await password.fill(VAULT_PASSWORD);
    file = await savedFile(settings, () => password.press('Enter'));
    expect(file).toMatch(/^eyJ[\w.-]+$/);
    await expect(status).toContainText('Now try it');
    await expect(backup.getByTestId('backup-status')).toContainText('Try it once');
  });

  await test.step('a rehearsal reads it as restoring would, and says what is missing', async () => {
    await backup.getByRole('button', { name: 'Try the backup' }).click();
    const its = backup.getByLabel('Password of the backup');
    const path = test.info().outputPath('b.jwe');
    await writeFile(path, file);
    await backup.getByLabel('Choose the file').setInputFiles(path);
    await its.fill(VAULT_PASSWORD);
    await rm(path);
    await its.press('Enter');
    await expect(backup.getByRole('alert')).toHaveText(/^The file can’t be read\. Choose it again/);
    await backup.getByLabel('Choose the file').setInputFiles(textFile('b.jwe', file));
    await its.fill('another');
    await its.press('Enter');
    await expect(backup.getByRole('alert')).toHaveText('The password is wrong.');
    await its.fill(VAULT_PASSWORD);
    await its.press('Enter');
    await expect(status).toHaveText('The backup opens, and all accounts are in it: 1.');
    await backup.getByRole('button', { name: 'Try the backup' }).click();
    await backup.getByLabel('Choose the file').setInputFiles(textFile('b.jwe', damaged(file)));
    await its.fill(VAULT_PASSWORD);
    await its.press('Enter');
    await expect(backup.getByRole('alert')).toContainText('This backup is damaged or not complete. Save a new one');
    await backup.getByRole('button', { name: 'Cancel' }).click();
    await expect(backup.getByTestId('backup-status')).toContainText('it opens, and the accounts in it are whole');
    await page.bringToFront();
    const again = await lifeguard.openPopup(page);
    await again.accounts();
    expect(await again.has('.backup-note')).toBe(false);
    await again.close();
  });

  await test.step('setup links and QR codes for other apps', async () => {
    await settings.bringToFront();
    await backup.getByText('Move to another app').click();
    await backup.getByRole('button', { name: 'Save setup links' }).click();
    await password.fill(VAULT_PASSWORD);
    const links = await savedFile(settings, () => password.press('Enter'));
    expect(links).toMatch(/^otpauth:\/\/totp\/Example:alice\?\S+\n$/);
    expect(links).toMatch(SECRET);
    await expect(status).toHaveText('The setup links are saved.');

    await backup.getByRole('button', { name: 'Show QR codes' }).click();
    await password.fill(VAULT_PASSWORD);
    await password.press('Enter');
    const code = backup.getByRole('img', { name: 'QR code 1 of 1' });
    await expectGoodInEveryLook(surfaceIn(settings), 'export-codes');
    const picture = await code.screenshot();
    await backup.getByRole('button', { name: 'Hide the codes' }).click();
    const importer = settings.getByRole('region', { name: 'Import accounts' });
    const buffer = { name: 'code.png', mimeType: 'image/png', buffer: picture };
    await importer.getByLabel('Choose a file or several pictures').setInputFiles(buffer);
    await expect(importer.getByTestId('duplicates')).toContainText('Example (alice)');
    await importer.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('in another browser it brings the account back, with its site', async () => {
    const { page: other } = firefox;
    await other.goto(site.origin);
    await restoreInFirefox(firefox, file);
    expect(await other.run(() => document.querySelector('#status')?.textContent)).toBe('Accounts imported: 1.');
    await other.goto(site.origin);
    const restored = await firefox.openPopup();
    await restored.accounts();
    expect(await restored.has('.backup-note'), 'it came from a backup').toBe(false);
    await restored.fill();
    expect(await other.value('input')).toMatch(/^\d{6}$/);
    const again = await firefox.openPopup();
    await again.addByUri(SETUP_LINK.replaceAll('alice', 'bob').replace('JBSW', 'KRUG'));
    await expect
      .poll(() => again.text('.backup-note'))
      .toContain('new since the backup, or have new recovery codes: 1.');
  });
});

/** Without the last of what is encrypted. */
function damaged(jwe: string): string {
  const [header = '', key = '', iv = '', ciphertext = '', tag = ''] = jwe.trim().split('.');
  return [header, key, iv, ciphertext.slice(0, -8), tag].join('.');
}

function textFile(name: string, text: string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}
