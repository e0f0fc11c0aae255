import { writeFile } from 'node:fs/promises';
import type { Marionette } from './marionette.ts';
import type { Surface } from './surface.ts';

interface Shown {
  /** The document's window, as an expression in a page of the extension, or in the document itself. */
  readonly window: string;
  /** The element that shows it, as an expression in Firefox's own window. */
  readonly element: string;
  execute(script: string): Promise<unknown>;
}

/** A document of the extension in Firefox. Forced colours are those of the whole browser. */
export function firefoxSurface({ executeAsBrowser }: Marionette, { window, element, execute }: Shown): Surface {
  return {
    evaluate: (expression) => execute(inWindow(window, expression)),
    async emulate({ colorScheme, forcedColors }) {
      await executeAsBrowser(`const shown = ${element}; ${EMULATE}`, [
        colorScheme === 'dark',
        forcedColors === 'active',
      ]);
    },
    async picture(path) {
      const url = (await executeAsBrowser(`const shown = ${element}; ${PICTURE}`)) as string;
      await writeFile(path, Buffer.from(url.replace(/^.*,/, ''), 'base64'));
    },
  };
}

/** An expression, or statements that end in `undefined`, which take a window for their own. */
function inWindow(window: string, expression: string): string {
  return `return (function (window) {
    const { document, axe, getComputedStyle, matchMedia } = window;
    return (${expression.replace(/;\s*(?:; undefined)?$/, '')});
  })(${window});`;
}

const EMULATE = `
  const [isDark, hasForcedColors] = arguments;
  shown.browsingContext.prefersColorSchemeOverride = isDark ? 'dark' : 'light';
  Services.prefs.setIntPref('browser.display.document_color_use', hasForcedColors ? 2 : 0);
  for (const end of ['', '.dark']) {
    Services.prefs.setCharPref('browser.display.background_color' + end, hasForcedColors ? '#000000' : '#ffffff');
    Services.prefs.setCharPref('browser.display.foreground_color' + end, hasForcedColors ? '#ffffff' : '#000000');
  }`;

const PICTURE = `
  return shown.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white').then((bitmap) => {
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL();
  });`;
