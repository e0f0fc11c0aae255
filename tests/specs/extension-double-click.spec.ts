import { expect, test } from '@playwright/test';
import { SETUP_LINK, VAULT_PASSWORD } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { CODE_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';

const REMOVE = '[data-testid="remove"]';
const QUESTION = 'Really remove?';

inEachBrowser('an account is removed by a second press, and not by the rest of the first one', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  const popup = await browser.keepAccount();
  await popup.click('[data-testid="details"]');
  const label = await popup.text(REMOVE);

  await test.step('a double click, or a key that is held down', async () => {
    await popup.run(pressQuickly, REMOVE, [1, 2]);
    await expect.poll(() => popup.text(REMOVE)).toContain(QUESTION);
    await popup.run(pressQuickly, REMOVE, [2, 3]);
    expect(await popup.run(isHeldKeyTaken, REMOVE)).toBe(true);
    expect(await popup.text(REMOVE)).toContain(QUESTION);
    expect(await popup.accounts()).toHaveLength(1);
  });

  await test.step('whoever goes on to something else has not answered', async () => {
    await popup.run((document) => document.querySelector<HTMLElement>('#lock')!.focus());
    await expect.poll(() => popup.text(REMOVE)).toBe(label);
    await popup.confirm(REMOVE);
    await expect.poll(() => popup.accounts()).toEqual([]);
  });
});

inEachBrowser('a double click on Add adds an account once, and says so', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  const popup = await browser.openPopup();
  await popup.choosePassword(VAULT_PASSWORD);
  await popup.click('#add-account');
  await popup.write('#uri', SETUP_LINK);
  await popup.run(pressTwice, '#add-uri');
  await expect.poll(() => popup.text('#status')).toContain('The account is added.');
  await popup.text('[data-testid="account"]');
  await popup.click('#add-account');
  await popup.click('#by-hand');
  await popup.write('#hand-issuer', 'Shop');
  await popup.write('#hand-secret', 'KRUGS4ZANFZSAYJA');
  await popup.run(pressTwice, '#add-by-hand');
  await expect.poll(async () => (await popup.accounts()).length).toBe(2);
  expect(await popup.has('#problem:not(:empty)')).toBe(false);
});

function pressTwice(document: Document, selector: string): void {
  const button = document.querySelector<HTMLElement>(selector)!;
  button.click();
  setTimeout(() => button.click());
}

/** @param counts of the presses, as browsers count those that follow each other quickly */
function pressQuickly(document: Document, selector: string, counts: readonly number[]): void {
  const button = document.querySelector<HTMLElement>(selector)!;
  button.focus();
  for (const detail of counts) button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
}

function isHeldKeyTaken(document: Document, selector: string): boolean {
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
  return !document.querySelector(selector)!.dispatchEvent(held);
}
