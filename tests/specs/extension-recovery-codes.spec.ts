import { expect } from '@playwright/test';
import { inEachBrowser } from '../support/each-browser.ts';
import { shownTexts } from '../support/shown-texts.ts';
import { VAULT_PASSWORD } from '../support/bound-account.ts';
import { serveEnrolmentSite } from '../support/enrolment-site.ts';
import { test } from '../support/extension-test.ts';
import { serveLoopbackSite } from '../support/loopback-site.ts';
import type { Popup } from '../support/popup.ts';
import { QR_TEXT } from '../support/qr-code.ts';
import { QR_SVG } from '../support/qr-picture.ts';
import {
  listOf,
  openDetails,
  pageOf,
  RECOVERY_CODES as CODES,
  RECOVERY_PAGE,
  shownCodes,
} from '../support/recovery-codes.ts';
import { OTHER_PAGES, PAGES_WITH_CODES } from '../support/recovery-pages.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';

const SECRET = new URL(QR_TEXT).searchParams.get('secret')!;
const ENROLMENT = pageOf(
  'Authenticator app',
  `ERROR${QR_SVG}<form method="post"><label>Code <input name="code" inputmode="numeric" maxlength="6"></label><button>Verify</button></form>`,
);
const ACCEPTED = pageOf(
  'Your account is protected',
  `<h2>Recovery codes</h2><p>Print these or keep them in a safe place.</p>${listOf(CODES)}<button>Copy</button><a href="/">Continue</a>`,
);

inEachBrowser(
  'recovery codes of the page after an enrolment are kept on a press, crossed off, and removed',
  async (browser) => {
    await using site = await serveEnrolmentSite({ '/': ENROLMENT }, SECRET, ACCEPTED);
    await browser.page.goto(`${site.origin}/`);
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    await popup.setUpHere();
    expect(await popup.has('#recovery-title')).toBe(false);
    await popup.close();
    await browser.page.click('form button');
    await expect.poll(() => shownTexts(browser.page, 'h1')).toEqual(['Your account is protected']);

    const offer = await browser.openPopup();
    const question = 'This page shows 6 recovery codes. Keep them with Example (alice)?';
    await expect.poll(() => offer.text('#recovery-note')).toBe(question);
    expect(await offer.accounts()).toMatchObject([{ names: ['Example', 'alice'], state: 'active' }]);
    await openDetails(offer);
    expect(await offer.has('[data-testid="show-recovery"]'), 'nothing is kept before the press').toBe(false);
    await offer.close();

    const kept = await browser.openPopup();
    await kept.click('#keep-recovery');
    await expect.poll(() => kept.text('#status')).toBe('Recovery codes kept with Example (alice): 6.');
    await expect.poll(() => kept.has('#recovery-title')).toBe(false);
    await kept.close();

    const later = await browser.openPopup();
    await openDetails(later);
    expect(await later.run((document) => document.body.textContent)).not.toContain(CODES[0]);
    await later.click('[data-testid="show-recovery"]');
    await expect.poll(() => shownCodes(later)).toEqual(CODES);
    await later.click(`[aria-label="Used: ${CODES[1]}"]`);
    await expect.poll(() => struckCodes(later)).toEqual([CODES[1]]);
    await later.run((document) => {
      document.querySelector<HTMLInputElement>('[name="issuer"]')!.value = 'Renamed';
    });
    await later.click('[data-testid="save-changes"]');
    await expect.poll(() => later.accounts()).toMatchObject([{ names: ['Renamed', 'alice'] }]);
    await later.click(`[aria-label="Used: ${CODES[2]}"]`);
    await expect
      .poll(() => struckCodes(later), 'they stay shown when the list is read anew')
      .toEqual([CODES[1], CODES[2]]);
    await later.close();

    const again = await browser.openPopup();
    await openDetails(again);
    await again.click('[data-testid="show-recovery"]');
    await expect.poll(() => struckCodes(again)).toEqual([CODES[1], CODES[2]]);
    await again.confirm('[data-testid="remove-recovery"]');
    await expect.poll(() => again.text('#status')).toBe('The recovery codes are removed.');
    await expect.poll(() => again.text('#recovery-note')).toBe(question.replace('Example', 'Renamed'));

    await again.click('[data-testid="type-recovery"]');
    await again.click('[data-testid="add-recovery"]');
    await expect.poll(() => again.text('#problem')).toBe('Type or paste at least one recovery code.');
    await again.write('.account-details textarea', `Keep these safe\n1. ${CODES[3]}\n2. ${CODES[4]}`);
    await expectGoodInEveryLook(again.surface, `popup-recovery-typed-${browser.name}`);
    await again.click('[data-testid="add-recovery"]');
    await expect.poll(() => again.text('#status')).toBe('Recovery codes kept with Renamed (alice): 2.');
    await again.click('[data-testid="show-recovery"]');
    await expect.poll(() => shownCodes(again)).toEqual([CODES[3], CODES[4]]);
  },
);

inEachBrowser(
  'recovery codes are found however a page shows them, and nothing else is taken for them',
  async (browser) => {
    test.slow();
    const bodies = [
      ...Object.entries(PAGES_WITH_CODES).map(([name, { body }]) => [name, body] as const),
      ...Object.entries(OTHER_PAGES),
    ];
    await using site = await serveLoopbackSite(
      Object.fromEntries(bodies.map(([name, body]) => [pathOf(name), pageOf('Security', body)])),
    );
    await browser.page.goto(`${site.origin}${pathOf('sign-in')}`);
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    await popup.addByUri(QR_TEXT);
    await popup.useAtThisSite();
    await popup.close();

    for (const [name, { codes }] of Object.entries(PAGES_WITH_CODES)) {
      await browser.page.goto(`${site.origin}${pathOf(name)}`);
      const offer = await browser.openPopup();
      await test.step(name, async () => {
        await offer.click('#keep-recovery');
        await expect
          .poll(() => offer.text('#status'))
          .toBe(`Recovery codes kept with Example (alice): ${codes.length}.`);
        await openDetails(offer);
        await offer.click('[data-testid="show-recovery"]');
        await expect.poll(() => shownCodes(offer)).toEqual(codes);
        await offer.confirm('[data-testid="remove-recovery"]');
        await expect.poll(() => offer.text('#status')).toBe('The recovery codes are removed.');
      });
      await offer.close();
    }
    for (const name of Object.keys(OTHER_PAGES)) {
      await browser.page.goto(`${site.origin}${pathOf(name)}`);
      if (name === 'typed') await browser.page.fill('textarea', CODES.join('\n'));
      const nothing = await browser.openPopup();
      await nothing.accounts();
      await nothing.text('[data-testid="account"]');
      expect(await nothing.has('#recovery-title'), name).toBe(false);
      await nothing.close();
    }
  },
);

inEachBrowser(
  'recovery codes of the page before an enrolment wait for its account, and no longer than the vault is open',
  async (browser) => {
    const codesPage = pageOf('Save these first', `<h2>Recovery codes</h2>${listOf(CODES)}`);
    await using site = await serveEnrolmentSite({ '/': ENROLMENT, '/codes': codesPage }, SECRET);
    await browser.page.goto(`${site.origin}/codes`);
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    await popup.click('#keep-recovery');
    await expect.poll(() => popup.text('#status')).toContain('Recovery codes waiting for the account: 6.');
    await expect.poll(() => popup.has('#recovery-title')).toBe(false);
    await popup.click('#lock');
    await popup.unlock(VAULT_PASSWORD);
    await popup.click('#keep-recovery');
    await expect.poll(() => popup.has('#recovery-title')).toBe(false);
    await popup.close();

    await browser.page.goto(`${site.origin}/`);
    const enrolment = await browser.openPopup();
    await enrolment.setUpHere();
    await openDetails(enrolment);
    await enrolment.click('[data-testid="show-recovery"]');
    await expect.poll(() => shownCodes(enrolment)).toEqual(CODES);
    await enrolment.close();
    await browser.page.click('form button');
    await expect.poll(() => shownTexts(browser.page, 'h1')).toEqual(['Your account is protected']);
    const accepted = await browser.openPopup();
    await expect.poll(() => accepted.accounts()).toMatchObject([{ names: ['Example', 'alice'], state: 'active' }]);
    await openDetails(accepted);
    await accepted.click('[data-testid="show-recovery"]');
    await expect.poll(() => shownCodes(accepted)).toEqual(CODES);
  },
);

inEachBrowser(
  'where a site has several accounts the user says which, and where it has none the popup says so',
  async (browser) => {
    await using site = await serveLoopbackSite({ '/': RECOVERY_PAGE });
    await browser.page.goto(site.origin);
    const popup = await browser.openPopup();
    await popup.choosePassword(VAULT_PASSWORD);
    await expect.poll(() => popup.text('#recovery-note')).toContain('No account is used at this site yet.');
    expect(await popup.has('[data-testid="recovery-listed"]'), 'there is no list').toBe(false);
    await popup.addByUri(QR_TEXT);
    await popup.useAtThisSite();
    await popup.addByUri(QR_TEXT.replaceAll('alice', 'bob').replace('JBSW', 'KRUG'));
    await popup.click('[aria-labelledby="accounts"] [data-testid="details"]');
    await popup.click('[aria-labelledby="accounts"] [data-testid="bind"]');
    await expect.poll(() => popup.text('#recovery-note')).toContain('Keep them with Example (bob)?');
    await popup.run((document) => {
      const choice = document.querySelector<HTMLSelectElement>('#recovery-account')!;
      choice.selectedIndex = 1;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect.poll(() => popup.text('#recovery-note')).toContain('Keep them with Example (alice)?');
    await expectGoodInEveryLook(popup.surface, `popup-recovery-offer-${browser.name}`);
    await popup.click('#keep-recovery');
    await expect.poll(() => popup.text('#status')).toBe('Recovery codes kept with Example (alice): 6.');
    await popup.close();
    const later = await browser.openPopup();
    await later.click('[aria-label="Details of Example (alice)"]');
    await later.click('[data-testid="show-recovery"]');
    await later.click(`[aria-label="Used: ${CODES[1]}"]`);
    await expect.poll(() => struckCodes(later)).toEqual([CODES[1]]);
    await expectGoodInEveryLook(later.surface, `popup-recovery-codes-${browser.name}`);
  },
);

inEachBrowser('codes of an account that is in the list, and knows no site, are kept with it', async (browser) => {
  await using site = await serveLoopbackSite({ '/': RECOVERY_PAGE });
  await browser.page.goto(site.origin);
  const first = await browser.openPopup();
  await first.choosePassword(VAULT_PASSWORD);
  await first.close();
  const key = { secretBase32: SECRET, algorithm: 'SHA1', digits: 6, periodInSeconds: 30, counter: 0 };
  await browser.askBackground('importAccounts', {
    imported: {
      entries: [{ key: { type: 'totp', issuer: 'Example', account: 'alice', ...key }, trashed: false }],
      rejected: [],
      skipped: 0,
      batches: [],
    },
  });
  const popup = await browser.openPopup();
  await expect.poll(() => popup.text('#recovery-note')).toContain('No account is used at this site yet.');
  expect(await popup.text('[data-testid="recovery-listed"]')).toContain('press “Use at this site” first');
  await expectGoodInEveryLook(popup.surface, `popup-recovery-listed-${browser.name}`);
  // Whoever keeps them before that loses nothing.
  await popup.click('#keep-recovery');
  await expect.poll(() => popup.text('#status')).toContain('waiting for the account: 6');
  await popup.useAtThisSite();
  await expect.poll(() => popup.text('#recovery-note')).toContain('Keep them with Example (alice)?');
  await popup.click('#keep-recovery');
  await expect.poll(() => popup.text('#status')).toBe('Recovery codes kept with Example (alice): 6.');
  await expect.poll(() => popup.has('#recovery-title')).toBe(false);
});

function pathOf(name: string): string {
  return `/${name.replaceAll(' ', '-')}`;
}

function struckCodes(popup: Popup): Promise<readonly string[]> {
  return popup.run((document) =>
    [...document.querySelectorAll('[data-testid="recovery-codes"] s')].map((code) => code.textContent ?? ''),
  );
}
