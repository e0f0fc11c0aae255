import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { qrScore } from '@lifeguard/dev/qr-score';
import { expect, test } from '@playwright/test';
import { QR_MODULES, QR_TEXT } from '../support/qr-code.ts';
import { openQrPage, type QrPage } from '../qr/qr-page.ts';

const CORPUS = join(
  resolve(import.meta.dirname, '../..', process.env['LIFEGUARD_CORPUS'] ?? '../shared/corpus'),
  qrScore.name,
);

interface Drawing {
  /** CSS colours; `undefined`: nothing is drawn there. */
  readonly dark?: string;
  readonly light?: string;
  readonly page?: string;
  /** Modules of the page's colour around the code. */
  readonly margin?: number;
  readonly pixels?: number;
}

const PICTURES: Readonly<Record<string, Drawing>> = {
  'black on white': { dark: 'black', light: 'white', page: 'white' },
  'without a quiet zone': { dark: 'black', light: 'white', margin: 0 },
  'without a quiet zone on a dark page': { dark: 'black', light: 'white', page: 'black' },
  'white on black': { dark: 'white', light: 'black', page: 'black' },
  'dark modules on nothing': { dark: 'black' },
  'light modules on nothing, for a dark page': { dark: 'white' },
  'two colours as bright as each other': { dark: 'rgb(200 60 60)', light: 'rgb(60 140 60)', page: 'rgb(60 140 60)' },
  'two pixels for a module': { dark: 'black', light: 'white', page: 'white', pixels: 2 },
  'a capture of a large screen': { dark: 'black', light: 'white', page: 'white', margin: 250, pixels: 4 },
  'a capture of a larger one': { dark: 'black', light: 'white', page: 'white', margin: 400, pixels: 4 },
};

let pictures: QrPage;
test.beforeAll(async () => {
  pictures = await openQrPage();
});
test.afterAll(() => pictures[Symbol.asyncDispose]());

for (const [name, drawing] of Object.entries(PICTURES)) {
  test(`a QR code is read: ${name}`, async () => {
    expect(await pictures.read(await draw(drawing))).toMatchObject({ texts: [QR_TEXT] });
  });
}

test('a picture without a QR code says nothing, and what is no picture is none', async () => {
  expect(await pictures.read(await draw({ dark: 'white', light: 'white', page: 'white' }))).toMatchObject({
    texts: [],
  });
  expect(await pictures.read('data:image/png;base64,bm8gcGljdHVyZQ==')).not.toHaveProperty('texts');
});

test('QR codes of the corpus', async () => {
  test.skip(!existsSync(CORPUS), 'the corpus is left out: there is no folder for it (LIFEGUARD_CORPUS says where)');
  const { right, total, figures } = await qrScore.run({ corpusDir: CORPUS, only: undefined });
  expect(figures['wrongTexts']).toBe(0);
  expect(right / total).toBeGreaterThanOrEqual(0.98);
});

/** @returns the picture as a data URL */
async function draw(drawing: Drawing): Promise<string> {
  return pictures.page.evaluate(
    ({ modules, dark, light, page, margin = 4, pixels = 6 }) => {
      const canvas = document.createElement('canvas');
      const side = (modules.length + 2 * margin) * pixels;
      Object.assign(canvas, { width: side, height: side });
      const context = canvas.getContext('2d')!;
      function fill(color: string | undefined, x: number, y: number, size: number): void {
        if (color === undefined) return;
        context.fillStyle = color;
        context.fillRect(x * pixels, y * pixels, size * pixels, size * pixels);
      }
      fill(page, 0, 0, modules.length + 2 * margin);
      for (const [y, row] of modules.entries()) {
        for (const [x, isDark] of row.entries()) fill(isDark ? dark : light, margin + x, margin + y, 1);
      }
      return canvas.toDataURL();
    },
    { modules: QR_MODULES, ...drawing },
  );
}
