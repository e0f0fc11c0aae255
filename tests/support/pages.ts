import { provideChromium } from '@lifeguard/dev/prerequisites';
import { type Browser, chromium, type Page, test as base } from '@playwright/test';
import { REDIRECT_URI, type TestBed, type TestUser } from './test-bed.ts';

/** Playwright's `test` on the system's Chromium, without the extension. */
export const test = base.extend<object, { readonly browser: Browser }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from the destructuring
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: await provideChromium({ log: console.error }),
        // Chromium's sandbox refuses to work for root.
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

/** Opens the sign-in and passes the password, as a person does. The application answers with the words "Signed in". */
export async function passPassword(
  page: Page,
  bed: TestBed,
  { username, password }: TestUser,
  parameters: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.route(`${REDIRECT_URI}*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Signed in</h1>' }),
  );
  await page.goto(`${bed.signInUrl}&${new URLSearchParams(parameters)}`);
  await page.getByRole('textbox', { name: 'Username or email' }).fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign In' }).click();
}
