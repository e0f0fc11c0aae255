import { keepAccountForSite, keepAccountInFirefox, SETUP_LINK } from '../support/bound-account.ts';
import { ARMED_AFTER_MILLIS, ATTACK_SITE, ATTACKS, type Attacked, expectNoCode } from '../support/attack-pages.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

/** Its codes change soon, as each page needs one that no other has got. */
const LINK = `${SETUP_LINK}&period=5`;

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

test('no attack on the chooser at the field gets a code', async ({ page, context, lifeguard }) => {
  test.setTimeout(400_000);
  await using site = await serveLoopbackSite(ATTACK_SITE);
  await using other = await serveLoopbackSite({ '/': CODE_PAGE });
  await page.goto(site.origin);
  await lifeguard.allowHost('http://localhost/*');
  const popup = await keepAccountForSite({ page, lifeguard, setupLink: LINK });
  await popup.click('[data-testid="inline"]');
  await popup.close();
  const [extension] = context.serviceWorkers();
  const attacked: Attacked = {
    origin: site.origin,
    other: other.origin,
    chooser: new URL('/src/chooser/index.html', extension!.url()).href,
  };
  for (const name of ATTACKS) {
    await test.step(name, () =>
      expectNoCode(name, attacked, {
        goto: async (url) => void (await page.goto(url)),
        run: (script, ...args) => page.evaluate(`(${script})(...${JSON.stringify(args)})`) as never,
        press: async (x, y) => {
          await page.mouse.move(x, y);
          await page.mouse.click(x, y, { delay: 50 });
        },
        async pressKeys() {
          await page.locator('input').focus();
          await page.keyboard.press('ArrowDown');
          await page.waitForTimeout(ARMED_AFTER_MILLIS);
          await page.keyboard.press('Enter');
        },
        pause: (millis) => page.waitForTimeout(millis),
      }),
    );
  }
});

test('no attack on the chooser at the field gets a code in Firefox', async ({ firefox }) => {
  test.setTimeout(500_000);
  await using site = await serveLoopbackSite(ATTACK_SITE);
  await using other = await serveLoopbackSite({ '/': CODE_PAGE });
  const { page } = firefox;
  await page.goto(site.origin);
  const popup = await keepAccountInFirefox(firefox, LINK);
  await popup.close();
  await firefox.allowHost('http://localhost/*');
  await firefox.askBackground('offerInlineAt', { origin: site.origin });
  const attacked = {
    origin: site.origin,
    other: other.origin,
    chooser: firefox.extensionUrl('src/chooser/index.html'),
  };
  for (const name of ATTACKS) {
    await test.step(name, () =>
      expectNoCode(name, attacked, {
        goto: (url) => page.goto(url),
        run: (script, ...args) => page.run(script, ...args),
        press: (x, y) => page.press(x, y),
        async pressKeys() {
          await page.click('input');
          await page.keys('\uE015');
          await pause(ARMED_AFTER_MILLIS);
          await page.keysInFrame('\uE007');
        },
        pause,
      }),
    );
  }
});
