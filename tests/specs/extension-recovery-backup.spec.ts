import { expect } from '@playwright/test';
import { restoreInFirefox, savedFile } from '../support/backup-file.ts';
import { keepAccountForSite, VAULT_PASSWORD } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import { openDetails, RECOVERY_CODES, RECOVERY_PAGE, shownCodes } from '../support/recovery-codes.ts';

test('a backup has the recovery codes, and brings them back: in another browser, and to an account that lost them', async ({
  page: tab,
  lifeguard,
  firefox,
}) => {
  await using site = await serveLoopbackSite({ '/': RECOVERY_PAGE });
  await tab.goto(site.origin);
  const popup = await keepAccountForSite({ page: tab, lifeguard });
  await popup.click('#keep-recovery');
  await expect.poll(() => popup.text('#status')).toContain('Recovery codes kept');
  await popup.close();
  const settings = await lifeguard.openSettings();
  const backup = settings.getByRole('region', { name: 'Backup' });
  await backup.getByText('Move to another app').click();
  await expect(backup.getByText('Recovery codes are left out')).toBeVisible();
  await backup.getByRole('button', { name: 'Save a backup' }).click();
  await backup.getByLabel('Your password for Lifeguard').fill(VAULT_PASSWORD);
  const file = await savedFile(settings, () => backup.getByLabel('Your password for Lifeguard').press('Enter'));

  await test.step('to the account, from which they were removed', async () => {
    const losing = await lifeguard.openPopup(tab);
    await openDetails(losing);
    await losing.click('[data-testid="show-recovery"]');
    await losing.confirm('[data-testid="remove-recovery"]');
    await expect.poll(() => losing.has('[data-testid="show-recovery"]')).toBe(false);
    await losing.close();
    const importer = settings.getByRole('region', { name: 'Import accounts' });
    for (const isUndone of [true, false]) {
      await importer
        .getByLabel('Choose a file or several pictures')
        .setInputFiles({ name: 'backup.jwe', mimeType: 'application/jose', buffer: Buffer.from(file) });
      await importer.getByLabel('Password of the file').fill(VAULT_PASSWORD);
      await importer.getByLabel('Password of the file').press('Enter');
      await expect(importer.getByRole('heading', { name: 'There is no new account in it.' })).toBeVisible();
      await expect(importer.getByText('for accounts in your vault that have none: 1')).toBeVisible();
      await expect(importer.getByTestId('duplicates').getByRole('listitem')).toContainText('gets the recovery codes');
      await settings.screenshot({ path: '.run/pages/settings-restored-codes.png', fullPage: true });
      await importer.getByRole('button', { name: 'Import', exact: true }).click();
      await expect(settings.locator('#status')).toHaveText('Accounts that have got their recovery codes: 1.');
      if (!isUndone) break;
      await importer.getByRole('button', { name: 'Undo the import' }).click();
      await expect(settings.locator('#status')).toHaveText('Accounts without their recovery codes again: 1.');
    }
    const again = await lifeguard.openPopup(tab);
    await openDetails(again);
    await again.click('[data-testid="show-recovery"]');
    await expect.poll(() => shownCodes(again)).toEqual(RECOVERY_CODES);
    await again.close();
  });

  const { page: other } = firefox;
  await other.goto(site.origin);
  await restoreInFirefox(firefox, file);
  await other.goto(site.origin);
  const restored = await firefox.openPopup();
  await openDetails(restored);
  expect(await restored.has('#recovery-title'), 'what is kept is offered no more').toBe(false);
  await restored.click('[data-testid="show-recovery"]');
  await expect.poll(() => shownCodes(restored)).toEqual(RECOVERY_CODES);
});
