import { expect } from '@playwright/test';
import { SETUP_LINK } from '../support/bound-account.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { test } from '../support/extension-test.ts';
import { CODE_PAGE, FRAMING_PAGE, serveLoopbackSite } from '../support/loopback-site.ts';
import { expectGoodInEveryLook } from '../support/surface.ts';

const HOME = 'https://login.example.com';
const FILL = '[data-testid="fill"]';
const CODE = /^\d{6}$/;

test.use({ everySite: true });

/** With the path as its greeting. */
function greeting(path: string): string {
  return CODE_PAGE.replace('<form>', `<form><p>${path.slice(1)}</p>`);
}

inEachBrowser(
  'a site that imitates a known one is called so, and gets a code only after both names were shown',
  async (browser, everySite) => {
    const { page } = browser;
    everySite.show(greeting);
    const field = () => page.value('input');
    await page.goto(HOME);
    await (await browser.keepAccount()).close();

    await page.goto('https://login.exarnple.com');
    const popup = await browser.openPopup();
    expect(await popup.text('[data-testid="look-alike"]')).toBe(
      'Careful: login.exarnple.com has letters that look like those of login.example.com. It is another site.',
    );
    expect(await popup.has(FILL)).toBe(false);

    await popup.click('[data-testid="details"]');
    await popup.click('[data-testid="bind"]');
    const names = await popup.text('[data-testid="consent"] dl');
    expect(names).toContain(HOME);
    expect(names).toContain('https://login.exarnple.com');
    await expectGoodInEveryLook(popup.surface, `popup-look-alike-${browser.name}`);
    await expect.poll(() => popup.focused()).toBe('Cancel');
    await popup.press('Enter');
    expect(await popup.has(FILL)).toBe(false);
    await popup.close();
    expect(await field()).toBe('');

    const again = await browser.openPopup();
    await again.useAtThisSite({ another: true });
    await again.fill();
    await expect.poll(field).toMatch(CODE);
  },
);

inEachBrowser(
  'an account is filled at other addresses of its domain where the user says so',
  async (browser, everySite) => {
    const { page } = browser;
    everySite.show(greeting);
    const field = () => page.value('input');
    await page.goto(HOME);
    const popup = await browser.keepAccount();
    await popup.close();
    await page.goto('https://id.example.com');
    const before = await browser.openPopup();
    await expect.poll(() => before.accounts()).toHaveLength(1);
    expect(await before.has(FILL)).toBe(false);

    await before.click('[data-testid="details"]');
    await before.click('[data-testid="cover-domains"]');
    await before.fill();
    await expect.poll(field).toMatch(CODE);

    await page.goto('https://id.example.net');
    const elsewhere = await browser.openPopup();
    await expect.poll(() => elsewhere.accounts()).toHaveLength(1);
    expect(await elsewhere.has(FILL)).toBe(false);
    await elsewhere.useAtThisSite({ another: true });
    await elsewhere.close();

    // Of the domain of a site that comes later nothing was said.
    await page.goto('https://shop.example.net');
    const later = await browser.openPopup();
    await expect.poll(() => later.accounts()).toHaveLength(1);
    expect(await later.has(FILL)).toBe(false);
  },
);

inEachBrowser('the second press of a double click is meant for nothing that has come there since', async (browser) => {
  await using site = await serveLoopbackSite({ '/': CODE_PAGE });
  await browser.page.goto(site.origin);
  const popup = await browser.keepAccount();
  const press = (detail: number) =>
    popup.run(
      (document, selector, clicks) =>
        document.querySelector(selector)!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: clicks })),
      FILL,
      detail,
    );
  await press(2);
  expect(await popup.run((document, selector) => document.querySelector(selector)!.ariaDisabled, FILL)).toBe('false');
  await press(1);
  await expect.poll(() => browser.page.value('input')).toMatch(CODE);
});

inEachBrowser(
  'of two accounts the one that the page names is filled; where it names none the user is asked',
  async (browser, everySite) => {
    const { page } = browser;
    everySite.show(greeting);
    const field = () => page.value('input');
    await page.goto(HOME);
    const popup = await browser.keepAccount();
    await popup.addByUri(SETUP_LINK.replace('alice', 'bob').replace('JBSW', 'KRUG'));
    await popup.click('[aria-labelledby="accounts"] [data-testid="details"]');
    await popup.click('[aria-labelledby="accounts"] [data-testid="bind"]');
    await expect.poll(() => popup.has('[aria-labelledby="accounts"]')).toBe(false);
    await popup.close();

    await page.goto(`${HOME}/Sign in as bob`);
    const named = await browser.openPopup();
    await expect.poll(() => named.focused()).toBe('Fill code for Example (bob)');
    await named.close();
    await browser.runShortcut();
    await expect.poll(field).toMatch(CODE);

    await page.goto(`${HOME}/Sign in`);
    await browser.runShortcut();
    await (await browser.popupToOpen()).close();
    expect(await field()).toBe('');
  },
);

inEachBrowser(
  'the form is sent after the code where the user has said so, and nowhere else',
  async (browser, everySite) => {
    const { page } = browser;
    const noted = CODE_PAGE.replace(
      '</html>',
      '<script>onsubmit = (event) => (event.preventDefault(), document.title += "!")</script></html>',
    );
    everySite.show(() => noted);
    const field = () => page.value('input');
    await page.goto(HOME);
    const popup = await browser.keepAccount();
    await popup.fill();
    await expect.poll(field).toMatch(CODE);
    expect(await page.run(() => document.title)).toBe('Two-factor sign-in');

    const again = await browser.openPopup();
    await again.click('[data-testid="details"]');
    expect(await again.violations()).toEqual([]);
    await again.click('[data-testid="submit-at"]');
    await expect.poll(() => again.text('#status')).toBe('Saved.');
    await again.fill();
    await expect.poll(() => page.run(() => document.title)).toBe('Two-factor sign-in!');
  },
);

/** Of pages that post a code by themselves as soon as it is whole. */
const SENDING_BY_ITSELF = {
  'sends its form': 'if (value.length === 6) form.requestSubmit()',
  'locks the field': 'if (value.length === 6) { send(form); disabled = true; }',
  'closes the form': 'if (value.length === 6) { send(form); form.hidden = true; form.replaceWith("Checking"); }',
  // Last, because the document goes with it.
  'leaves with its form': 'if (value.length === 6) form.submit()',
};

inEachBrowser('a form that the page has sent by itself is not sent once more', async (browser) => {
  const { page } = browser;
  const form = `
    <form method="post" action="/in" onsubmit="event.preventDefault(); send(this)">
      <label>Authenticator code <input name="otp" maxlength="6" autocomplete="one-time-code" /></label>
      <button>Sign in</button>
    </form>`;
  const script = `<script>
    globalThis.send = async ({ otp }) => {
      await fetch('/in', { method: 'POST', body: 'otp=' + otp.value });
      document.title = 'Signed in';
    };
  </script>`;
  await using site = await serveLoopbackSite({
    '/': `<!doctype html><html lang="en"><title>Two-factor sign-in</title><main>${form}</main>${script}</html>`,
    '/in': '<!doctype html><html lang="en"><title>Signed in</title></html>',
  });
  await page.goto(site.origin);
  const popup = await browser.keepAccount();
  await popup.click('[data-testid="details"]');
  await popup.click('[data-testid="submit-at"]');
  await expect.poll(() => popup.text('#status')).toBe('Saved.');
  await popup.close();

  let posts = 0;
  for (const [name, onInput] of Object.entries(SENDING_BY_ITSELF)) {
    await page.run(
      (html, handler) => {
        document.title = 'Two-factor sign-in';
        document.querySelector('main')!.innerHTML = html;
        document.querySelector('input')!.setAttribute('oninput', handler);
      },
      form,
      onInput,
    );
    await (await browser.openPopup()).fill();
    // A page that is about to go does not answer.
    await expect.poll(() => page.run(() => document.title).catch(() => ''), name).toBe('Signed in');
    posts += 1;
    expect(site.posts, name).toHaveLength(posts);
    expect(site.posts.at(-1)).toMatch(/^otp=\d{6}$/);
  }
});

inEachBrowser(
  'the shortcut says why it filled nothing, and counts down on the button to a code that no page has got',
  async (browser) => {
    const { page } = browser;
    const occupied = CODE_PAGE.replace('<input', '<input onfocus="this.value = \'mine\'"');
    await using site = await serveLoopbackSite({ '/': occupied, '/again': occupied });
    await page.goto(site.origin);
    await (await browser.keepAccount()).close();
    await browser.runShortcut();
    const opened = await browser.popupToOpen();
    await expect
      .poll(() => opened.text('#problem'))
      .toBe('The field already holds something that isn’t a code. Lifeguard left it as it is.');
    await opened.close();

    await page.goto(`${site.origin}/again`);
    await browser.runShortcut();
    await expect.poll(() => browser.badge()).toMatch(/^\d{1,2}$/);
  },
);

inEachBrowser(
  'a frame of another site is seen with the user’s leave, and filled once both names were shown',
  async (browser) => {
    const { page } = browser;
    const pages = { '/': CODE_PAGE, '/framing': FRAMING_PAGE };
    await using shop = await serveLoopbackSite(pages);
    await using identity = await serveLoopbackSite(pages);
    await page.goto(identity.origin);
    await (await browser.keepAccount()).close();
    const field = () => page.valueInFrame('input');
    // In Chromium such a grant waits until the popup asks for it; in Firefox it counts at once.
    if (browser.name === 'Chromium') await browser.allowHost('http://localhost/*');
    const framing = `${shop.origin}/framing?framed=${identity.origin}/`;
    await page.goto(framing);
    expect(await field()).toBe('');
    const unseeing = await browser.openPopup();
    expect(await unseeing.has(FILL)).toBe(false);
    await unseeing.click('[data-testid="frame-access"] summary');
    expect(await unseeing.violations()).toEqual([]);
    if (browser.name === 'Chromium') {
      await unseeing.click('[data-testid="let-in"]');
      await unseeing.text(FILL);
    } else await browser.allowHost('http://localhost/*');
    await unseeing.close();
    const seeing = await browser.openPopup();

    await seeing.click(FILL);
    const names = await seeing.text('[data-testid="consent"] dl');
    expect(names).toContain(identity.origin);
    expect(names).toContain(shop.origin);
    expect(await field()).toBe('');
    await seeing.click('[data-testid="allow"]');
    await seeing.closed({ withinMillis: 35_000 });
    await expect.poll(field).toMatch(CODE);

    await test.step('the next time without a question, but not within another page', async () => {
      await page.goto(framing);
      await (await browser.openPopup()).fill();
      await expect.poll(field).toMatch(CODE);
      await using other = await serveLoopbackSite(pages);
      await page.goto(`${other.origin}/framing?framed=${identity.origin}/`);
      const asking = await browser.openPopup();
      await asking.click(FILL);
      await asking.text('[data-testid="consent"]');
      expect(await field()).toBe('');
    });
  },
);
