import { expect, test } from '@playwright/test';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { serveEnrolmentSite } from '../support/enrolment-site.ts';
import { QR_MODULES, QR_TEXT } from '../support/qr-code.ts';
import { QR_PATH, QR_SVG } from '../support/qr-picture.ts';

const SECRET = new URL(QR_TEXT).searchParams.get('secret')!;
const GROUPED = SECRET.replace(/(.{4})(?=.)/g, '$1 ').toLowerCase();
const FORM =
  '<form method="post"><label>Code <input name="code" inputmode="numeric" maxlength="6"></label><button>Verify</button></form>';

const FIELD = 'input[name="code"]';

/** Each kind of page in which a person finds a key, with the names that it gives. */
const KINDS: Readonly<Record<string, { readonly html: string; readonly names: readonly string[] }>> = {
  '/canvas': {
    html: `<h1>Two-factor authentication</h1><p>Scan this with your authenticator app.</p><canvas></canvas>${FORM}
      <script>
        const rows = ${JSON.stringify(QR_MODULES)}, side = 5, quiet = 20, canvas = document.querySelector('canvas');
        canvas.width = canvas.height = rows.length * side + 2 * quiet;
        const context = canvas.getContext('2d');
        context.fillStyle = 'white';
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.fillStyle = 'black';
        rows.forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(quiet + x * side, quiet + y * side, side, side)));
      </script>`,
    names: ['Example', 'alice'],
  },
  '/svg': {
    html: `<h1>Authenticator app</h1>${QR_SVG}${FORM}`,
    names: ['Example', 'alice'],
  },
  '/background': {
    html: `<h1>Authenticator app</h1><p>Scan the code.</p><div id="qr" style="width:230px;height:230px"></div>${FORM}
      <script>
        const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 41 41"><rect x="-4" y="-4" width="41" height="41" fill="white"/><path d="${QR_PATH}"/></svg>';
        document.querySelector('#qr').style.background = 'url(data:image/svg+xml,' + encodeURIComponent(svg) + ')';
      </script>`,
    names: ['Example', 'alice'],
  },
  // As the managed login of Cognito has it: steps in a list, a key behind a button, a name for the device, and a way back.
  '/cognito': {
    html: `<h1>Set up authenticator app MFA</h1><form method="post"><ol>
      <li>Install an authenticator app on your mobile device.</li>
      <li>Scan this QR code with your authenticator app. Alternatively, you can manually enter a code in your authenticator app.
        <div>${QR_SVG}</div><button type="button">Show secret key</button></li>
      <li><label>Enter a code from your authenticator app
          <input name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required></label>
        <label>Enter a friendly device name <input name="friendly_device_name" type="text"></label></li></ol>
      <button>Sign in</button><button type="button">Back</button></form>`,
    names: ['Example', 'alice'],
  },
  '/link': {
    html: `<h1>Authenticator app</h1><p><a href="${QR_TEXT.replaceAll('&', '&amp;')}">Open your authenticator app</a></p>${FORM}`,
    names: ['Example', 'alice'],
  },
  '/letters': {
    html: `<h1>Mobile-Authentifizierung</h1><ol><li><p>Öffnen Sie Ihre Authenticator-App und geben Sie den Schlüssel ein:</p>
      <p><span>${GROUPED}</span></p></li><li><ul><li>Typ: zeitbasiert</li><li>Algorithmus: SHA1</li><li>Ziffern: 6</li><li>Intervall: 30</li></ul></li></ol>${FORM}`,
    names: ['localhost', 'carol'],
  },
  '/in-parts': {
    html: `<h1>Two-step verification</h1><p>Can't scan? Type this key into your authenticator app:</p>
      <p>${GROUPED.split(' ')
        .map((group) => `<b>${group}</b>`)
        .join(' ')}</p>${FORM}`,
    names: ['localhost', 'carol'],
  },
  '/read-only-field': {
    html: `<h1>Authenticator app</h1><label>Key for your authenticator app <input readonly value="${SECRET}"></label>${FORM}`,
    names: ['localhost', 'carol'],
  },
};

const PAGES = Object.fromEntries(
  Object.entries(KINDS).map(([path, { html }]) => [
    path,
    `<!doctype html><html lang="en"><title>Set up</title>ERROR${html}</html>`,
  ]),
);

inEachBrowser('an enrolment on a page of each kind, with a wrong code once', async (browser) => {
  const { page } = browser;
  await using site = await serveEnrolmentSite(PAGES, SECRET);
  await page.goto(`${site.origin}/link`);
  const first = await browser.openPopup();
  await first.choosePassword(VAULT_PASSWORD);
  await first.close();
  for (const [path, { names }] of Object.entries(KINDS)) {
    await test.step(path, async () => {
      await page.goto(`${site.origin}${path}`);
      const popup = await browser.openPopup();
      // What only the screen shows is looked at when the user asks for it.
      if (path === '/background') {
        await popup.click('#add-account');
        await popup.click('#scan-page');
        await expect
          .poll(() => popup.run((shown) => shown.querySelector('#status')!.textContent))
          .toContain('first code');
      } else await popup.setUpHere(names.includes('carol') ? { account: 'carol' } : undefined);
      await expect.poll(() => popup.accounts()).toMatchObject([{ names, state: 'staged' }]);
      await popup.close();
      const right = await page.value(FIELD);
      expect(right).toMatch(/^\d{6}$/);

      await page.fill(FIELD, right === '000000' ? '111111' : '000000');
      await page.click('form button:not([type])');
      await expect.poll(() => page.run(textOf, '[role="alert"]')).toBe('Invalid code.');
      const refused = await browser.openPopup();
      await expect.poll(async () => (await refused.accounts()).map(({ state }) => state)).toEqual(['staged']);
      await refused.close();
      await page.fill(FIELD, right);
      await page.click('form button:not([type])');
      await expect.poll(() => page.run(textOf, 'h1')).toBe('Your account is protected');
      expect(site.accepted.get(path)).toBe(1);
      const accepted = await browser.openPopup();
      await expect.poll(() => accepted.accounts()).toMatchObject([{ names, state: 'active' }]);
      await accepted.close();
      const { accounts } = (await browser.askBackground('listAccounts')) as Listed;
      for (const { id } of accounts) await browser.askBackground('removeAccount', { id });
    });
  }
});

inEachBrowser('a page with a key for something else offers no enrolment', async (browser) => {
  const html = `<!doctype html><html lang="en"><title>Licence</title><h1>Your licence key</h1><p>${GROUPED}</p></html>`;
  await using site = await serveEnrolmentSite({ '/': html }, SECRET);
  await browser.page.goto(`${site.origin}/`);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  expect(await popup.accounts()).toEqual([]);
  expect(await popup.has('#set-up-title')).toBe(false);
});

interface Listed {
  readonly accounts: readonly { readonly id: string }[];
}

function textOf(selector: string): string | undefined {
  return document.querySelector(selector)?.textContent?.trim();
}
