import { expect } from '@playwright/test';
import { keepAccountForSite } from '../support/bound-account.ts';
import { chooserOf } from '../support/chooser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook, surfaceIn } from '../support/surface.ts';

test('popup, chooser and settings are for everybody: by name, in dark, in high contrast, from right to left', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  await lifeguard.allowHost('http://localhost/*');

  await test.step('popup', async () => {
    const empty = await lifeguard.openPopup(page);
    await empty.text('#create-vault');
    await expectGoodInEveryLook(empty.surface, 'popup-new');
    await empty.close();
    const popup = await keepAccountForSite({ page, lifeguard });
    await popup.click('[data-testid="inline"]');
    await expectGoodInEveryLook(popup.surface, 'popup');
    await popup.click('#add-account');
    expect(await popup.run((shown) => shown.querySelector('#status')!.textContent), 'what was said before').toBe('');
    await expectGoodInEveryLook(popup.surface, 'popup-add');
    await popup.close();
  });

  await test.step('chooser', async () => {
    await page.goto(site.origin);
    const chooser = await chooserOf(page);
    const account = chooser.getByRole('list', { name: 'Accounts' }).getByRole('button');
    await expect(account).toHaveAccessibleName('Fill code for Example alice');
    await expectGoodInEveryLook(surfaceIn(page, chooser), 'chooser');
  });

  await test.step('settings', async () => {
    const settings = await lifeguard.openSettings();
    await expect(settings.getByRole('heading', { level: 1 })).toBeVisible();
    await expectGoodInEveryLook(surfaceIn(settings), 'settings');
  });

  await test.step('locked', async () => {
    await lifeguard.endIdleTime();
    const chooser = await chooserOf(page);
    await expect(chooser.getByText('Lifeguard is locked')).toBeVisible();
    await expectGoodInEveryLook(surfaceIn(page, chooser), 'chooser-locked');
    const popup = await lifeguard.openPopup(page);
    await popup.text('#unlock');
    await expectGoodInEveryLook(popup.surface, 'popup-locked');
  });
});
