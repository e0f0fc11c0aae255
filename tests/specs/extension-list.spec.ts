import { expect, test } from '@playwright/test';
import { SETUP_LINK, VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const COUNT = 75;

inEachBrowser(
  'many accounts: shown in parts, searched, tagged, those used of late first, with the next code before the old one ends',
  async (browser) => {
    const { page } = browser;
    await using site = await serveLoopbackSite({ '/': CODE_PAGE });
    await page.goto(site.origin);
    const first = await browser.openPopup();
    await first.choosePassword(VAULT_PASSWORD);
    await first.close();
    await browser.askBackground('importAccounts', {
      imported: { entries: entries(), rejected: [], skipped: 0, batches: [] },
    });
    const popup = await browser.openPopup();
    const names = async () => (await popup.accounts()).map((account) => account.names[0]);

    await test.step('in parts', async () => {
      await expect.poll(async () => (await names()).length).toBe(30);
      await popup.click('[data-testid="show-more"]');
      await expect.poll(async () => (await names()).length).toBe(60);
      await popup.click('[data-testid="show-more"]');
      await expect.poll(async () => (await names()).length).toBe(COUNT);
      expect(await popup.has('[data-testid="show-more"]')).toBe(false);
      expect(await popup.text('[data-testid="code"]')).toMatch(/^\d{6}$/);
    });

    await test.step('a tag of one’s own finds it again', async () => {
      await popup.click('[data-testid="details"]');
      await popup.run(write, 'input[name="tags"]', 'Money, bank,  , Money');
      await popup.click('[data-testid="save-changes"]');
      await expect.poll(() => popup.run(textsOf, '.tag')).toEqual(['bank', 'Money']);
      await popup.click('.tag');
      await expect.poll(names).toEqual(['Company 0']);
      await expectGoodInEveryLook(popup.surface, `popup-tags-${browser.name}`);
      await popup.click('.tag');
    });

    await test.step('words find it, with less than is written there', async () => {
      await popup.run(write, '#search', 'COMPANY person7');
      await expect
        .poll(async () => (await names()).toSorted())
        .toEqual(['Company 7', 'Company 70', 'Company 71', 'Company 72', 'Company 73', 'Company 74']);
      const heard = () => popup.run(textsOf, 'section [role="status"]');
      await expect.poll(heard).toContain('Accounts found: 6');
      await popup.run(write, '#search', 'money');
      await expect.poll(names).toEqual(['Company 0']);
      await popup.run(write, '#search', 'nobody');
      await expect.poll(names).toEqual([]);
      expect(await heard()).toContain('No account matches “nobody”.');
      await expectGoodInEveryLook(popup.surface, `popup-nothing-found-${browser.name}`);
      await popup.run(write, '#search', '');
    });

    await test.step('the one that was used comes first', async () => {
      await popup.close();
      const { accounts } = (await browser.askBackground('listAccounts')) as { readonly accounts: readonly Listed[] };
      const { id } = accounts.find(({ issuer }) => issuer === 'Company 42')!;
      const place = { id, origin: site.origin };
      await browser.askBackground('bindOrigin', place);
      await (await browser.openPopup()).fill();
      await browser.askBackground('unbindOrigin', place);
      const again = await browser.openPopup();
      await expect.poll(async () => (await again.accounts())[0]?.names[0]).toBe('Company 42');
      await expect.poll(() => again.has('[data-testid="next-code"]'), { timeout: 35_000 }).toBe(true);
      await expectGoodInEveryLook(again.surface, `popup-next-code-${browser.name}`);
      await again.close();
    });

    await test.step('the next code stands where nothing has to move for it', async () => {
      const again = await browser.openPopup();
      await expect.poll(() => again.has('[data-testid="code"]')).toBe(true);
      for (const isShown of [false, true]) {
        await expect.poll(() => again.has('[data-testid="next-code"]'), { timeout: 35_000 }).toBe(isShown);
      }
      expect(await again.text('[data-testid="next-code"]')).toMatch(/^next: \d{3}\u00a0\d{3}$/);
      const withNext = await again.run(heightsOfRows);
      await expect.poll(() => again.has('[data-testid="next-code"]')).toBe(false);
      expect(await again.run(heightsOfRows)).toEqual(withNext);
    });
  },
);

inEachBrowser('a tag that no account has any more ends the choice of it', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.addByUri(SETUP_LINK);
  await popup.addByUri(SETUP_LINK.replaceAll('Example', 'Shop').replace('JBSW', 'KRUG'));
  const shown = async () => (await popup.accounts()).length;
  const tagWith = async (tags: string) => {
    await popup.run(write, 'input[name="tags"]', tags);
    await popup.click('[data-testid="save-changes"]');
  };
  await popup.click('[data-testid="details"]');
  await tagWith('bank');
  await popup.click('.tag');
  await expect.poll(shown).toBe(1);
  await tagWith('');
  await expect.poll(shown).toBe(2);
  expect(await popup.has('.tag')).toBe(false);
});

function heightsOfRows(document: Document): readonly number[] {
  return [...document.querySelectorAll('[data-testid="account"]')].map((row) => row.getBoundingClientRect().height);
}

interface Listed {
  readonly id: string;
  readonly issuer: string;
}

function entries() {
  return Array.from({ length: COUNT }, (_, place) => ({
    key: {
      type: 'totp',
      issuer: `Company ${place}`,
      account: `person${place}@mail.example`,
      secretBase32: `JBSWY3DPEHPK3PXP${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[place % 32]}${'ABCDEFGH'[place >> 5]}`,
      algorithm: 'SHA1',
      digits: 6,
      periodInSeconds: 30,
      counter: 0,
    },
    trashed: false,
  }));
}

function write(document: Document, selector: string, value: string): void {
  const field = document.querySelector<HTMLInputElement>(selector)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function textsOf(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}
