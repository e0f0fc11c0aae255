import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';

/** Where the pictures of a run are kept for people to look at. */
const folder = join(import.meta.dirname, '../../.run/pages');

/** One way in which people look at a page. */
interface Appearance {
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

const DESKTOP = { width: 1280, height: 1024 };

/** A browser zooms by giving the page fewer pixels. */
const APPEARANCES = {
  light: { colorScheme: 'light', viewport: DESKTOP },
  dark: { colorScheme: 'dark', viewport: DESKTOP },
  zoomed: { colorScheme: 'light', viewport: { width: DESKTOP.width / 2, height: DESKTOP.height / 2 } },
  // The width that WCAG 2.2, 1.4.10 asks for.
  phone: { colorScheme: 'dark', viewport: { width: 320, height: 568 } },
} as const satisfies Readonly<Record<string, Appearance>>;

/** Keycloak's own template shows who is signing in, in a field without a label. */
const KEYCLOAKS_USERNAME = '#kc-attempted-username';

/** Looks at the page in these appearances: nothing may be inaccessible or reach beyond the window's width. */
export async function expectGoodAppearance(
  page: Page,
  name: string,
  appearances: readonly (keyof typeof APPEARANCES)[],
): Promise<void> {
  for (const appearance of appearances) {
    const { colorScheme, viewport } = APPEARANCES[appearance];
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await expect.poll(() => isDark(page)).toBe(colorScheme === 'dark');
    await page.screenshot({ path: join(folder, `${name}-${appearance}.png`), fullPage: true });
    const faults = await accessibilityFaults((expression) => page.evaluate(expression), {
      exclude: KEYCLOAKS_USERNAME,
    });
    expect.soft(faults, `${name}, ${appearance}`).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${name}, ${appearance}: pixels beyond the window's width`).toBeLessThanOrEqual(0);
  }
}

/** Keycloak's theme follows the colour scheme by a class that its script sets; pages without classes follow it by themselves. */
function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { className } = document.documentElement;
    return className === '' ? matchMedia('(prefers-color-scheme: dark)').matches : className.includes('theme-dark');
  });
}
