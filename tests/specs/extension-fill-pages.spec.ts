import { keepAccountForSite, keepAccountInFirefox } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { FILL_PAGES, fillOnStage, STAGE } from '../support/fill-pages.ts';
import { secretWithLeadingZeros } from '../support/leading-zeros.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import { setupLink } from '../support/ready-authenticator.ts';

test('a code that begins with zero arrives whole, whatever a page does with its boxes', async ({ page, lifeguard }) => {
  await using site = await serveLoopbackSite({ '/': STAGE });
  const { secretBase32, codes } = secretWithLeadingZeros();
  await page.goto(site.origin);
  const link = setupLink({ issuer: 'Example', account: 'alice', secretBase32 });
  await (await keepAccountForSite({ page, lifeguard, setupLink: link })).close();

  for (const name of FILL_PAGES) {
    await test.step(name, () =>
      fillOnStage(
        name,
        {
          run: (script, ...args) => page.evaluate(`(${script})(...${JSON.stringify(args)})`) as never,
          openPopup: () => lifeguard.openPopup(page),
        },
        codes,
      ),
    );
  }
});

test('a code that begins with zero arrives whole in Firefox', async ({ firefox }) => {
  await using site = await serveLoopbackSite({ '/': STAGE });
  const { secretBase32, codes } = secretWithLeadingZeros();
  await firefox.page.goto(site.origin);
  const popup = await keepAccountInFirefox(firefox, setupLink({ issuer: 'Example', account: 'alice', secretBase32 }));
  await popup.close();

  for (const name of FILL_PAGES) {
    await test.step(name, () =>
      fillOnStage(name, { run: firefox.page.run, openPopup: () => firefox.openPopup() }, codes),
    );
  }
});
