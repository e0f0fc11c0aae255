import { expect } from '@playwright/test';
import { decodeBase32, hotp } from '../support/authenticator-app.ts';
import { keepAccountForSite } from '../support/bound-account.ts';
import { test } from '../support/extension-test.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import { randomSecret, setupLink } from '../support/ready-authenticator.ts';

const FIELDS = [
  '<label>Authenticator code <input name="otp"></label>',
  '<label>Authenticator code <input name="otp" type="number"></label>',
  `<fieldset><legend>Authenticator code</legend>${'<input name="code" maxlength="1">'.repeat(6)}</fieldset>`,
];

test('a code that begins with zero arrives whole, in a text field, a number field and boxes', async ({
  page,
  lifeguard,
}) => {
  await using site = await serveLoopbackSite({ '/': '<main></main>' });
  const { secretBase32, codes } = secretWithLeadingZeros();
  await page.goto(site.origin);
  const popup = await keepAccountForSite({
    page,
    lifeguard,
    setupLink: setupLink({ issuer: 'Example', account: 'alice', secretBase32 }),
  });
  expect(codes).toContain(await popup.text('[data-testid="code"]'));
  await popup.close();

  // In one document: another one would get the next code.
  for (const field of FIELDS) {
    await page.locator('main').evaluate((main, html) => {
      main.innerHTML = html;
    }, field);
    const opened = await lifeguard.openPopup(page);
    await opened.fill();
    const filled = await page
      .locator('input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(codes).toContain(filled.join(''));
  }
});

/** One whose code begins with zero now and in the next step, by which the test is over. */
function secretWithLeadingZeros(): { readonly secretBase32: string; readonly codes: readonly string[] } {
  const step = Math.floor(Date.now() / 30_000);
  for (;;) {
    const secretBase32 = randomSecret();
    const codes = [step, step + 1].map((counter) => hotp(decodeBase32(secretBase32), counter));
    if (codes.every((code) => code.startsWith('0'))) return { secretBase32, codes };
  }
}
