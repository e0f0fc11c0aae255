import { type ExtensionBrowser, inChromium, inFirefox } from './extension-browser.ts';
import { test } from './extension-test.ts';
import type { EverySite } from './every-site.ts';

/**
 * The same test in Chromium and in Firefox, which counts as two.
 * @param body its second argument is there where the file uses `everySite`
 */
export function inEachBrowser(
  title: string,
  body: (browser: ExtensionBrowser, everySite: EverySite) => Promise<void>,
): void {
  test(`${title}, in Chromium`, async ({ page, context, lifeguard, sites }) => {
    await body(inChromium(page, context, lifeguard), sites!);
  });
  test(`${title}, in Firefox`, async ({ firefox, sites }) => {
    await body(inFirefox(firefox), sites!);
  });
}
