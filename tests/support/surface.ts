import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Frame, type Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility.ts';

/** Where the pictures of a run are kept for people to look at. */
const FOLDER = join(import.meta.dirname, '../../.run/pages');

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'active' | 'none';
  readonly direction: 'ltr' | 'rtl';
}

/** The ways in which people look at the extension. */
const LOOKS: Readonly<Record<string, Look>> = {
  light: { colorScheme: 'light', forcedColors: 'none', direction: 'ltr' },
  dark: { colorScheme: 'dark', forcedColors: 'none', direction: 'ltr' },
  'high-contrast': { colorScheme: 'dark', forcedColors: 'active', direction: 'ltr' },
  'right-to-left': { colorScheme: 'light', forcedColors: 'none', direction: 'rtl' },
};

/** A document of the extension, wherever the browser shows it: in a popup, in a tab or in a frame of a page. */
export interface Surface {
  /** Runs an expression there and waits for its promise. */
  evaluate(expression: string): Promise<unknown>;
  emulate(look: Pick<Look, 'colorScheme' | 'forcedColors'>): Promise<void>;
  /** Writes a picture of what is seen. */
  picture(path: string): Promise<unknown>;
}

/** Of a page in a tab, or of a frame in it. */
export function surfaceIn(page: Page, frame: Frame = page.mainFrame()): Surface {
  return {
    evaluate: (expression) => frame.evaluate(expression),
    emulate: (look) => page.emulateMedia(look),
    picture: (path) => page.screenshot({ path, fullPage: true }),
  };
}

/** Looks at a document as it is: nothing may be inaccessible, reach beyond the width, or ignore the direction. */
export async function expectGoodLayout(surface: Surface, name: string, direction: Look['direction']): Promise<void> {
  await surface.evaluate(`document.documentElement.dir = '${direction}'`);
  await expectGood(surface, name, { colorScheme: 'light', forcedColors: 'none', direction });
}

/** Looks at a document in every way, from right to left too. */
export async function expectGoodInEveryLook(surface: Surface, name: string): Promise<void> {
  for (const [look, { direction, ...media }] of Object.entries(LOOKS)) {
    await surface.emulate(media);
    await surface.evaluate(`document.documentElement.dir = '${direction}'`);
    await expectGood(surface, `${name}-${look}`, { direction, ...media });
  }
  await surface.emulate({ colorScheme: 'light', forcedColors: 'none' });
  await surface.evaluate("document.documentElement.removeAttribute('dir')");
}

async function expectGood(surface: Surface, name: string, { direction, ...media }: Look): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await surface.picture(join(FOLDER, `${name}.png`));
  const hasForcedColors = media.forcedColors === 'active';
  expect.soft(await accessibilityFaults(surface.evaluate, { hasForcedColors }), name).toEqual([]);
  expect.soft(await surface.evaluate(`(${layoutOf})()`), name).toEqual({
    media: [media.colorScheme, media.forcedColors],
    pixelsBeyond: 0,
    startsAt: direction === 'rtl' ? 'right' : 'left',
    turned: [],
  });
}

/** Runs in the document: what the browser takes the look for, and where the words begin. */
function layoutOf(): object {
  const { clientWidth, scrollWidth } = document.documentElement;
  // The titles of some pages stand in the middle, and words that fill a line tell nothing.
  const places = [...document.querySelectorAll('label'), ...document.querySelectorAll('h1')].map((element) => {
    const words = document.createRange();
    words.selectNodeContents(element);
    return words.getBoundingClientRect();
  });
  const { left, right } = places.find((place) => Math.abs(place.left - (clientWidth - place.right)) > 16) ?? places[0]!;
  const start = left > clientWidth - right ? 'right' : 'left';
  // Addresses run from left to right everywhere, and stand where the line begins all the same.
  const turned = [...document.querySelectorAll("[dir='ltr']:not(html, input, textarea, .code)")].filter(
    (element) => (getComputedStyle(element).textAlign === 'end') !== (start === 'right'),
  );
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const isForced = matchMedia('(forced-colors: active)').matches;
  return {
    media: [isDark ? 'dark' : 'light', isForced ? 'active' : 'none'],
    pixelsBeyond: Math.max(0, scrollWidth - clientWidth),
    startsAt: start,
    turned: turned.map(({ outerHTML }) => outerHTML),
  };
}
