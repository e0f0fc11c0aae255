import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { readPicture } from './read-picture.ts';
import { renderings } from './renderings.ts';

// Without this the library would load its code from a public server.
prepareZXingModule({ overrides: { locateFile: (path: string) => (path.endsWith('.wasm') ? wasmUrl : path) } });

const MAX_SYMBOLS = 16;

/** The texts of all QR codes in a picture given as a data URL; empty when it has none or is no picture. */
export async function decodeQr(dataUrl: string): Promise<readonly string[]> {
  return decodeQrFile(await (await fetch(dataUrl)).blob());
}

/** The same of a file. */
export async function decodeQrFile(file: Blob): Promise<readonly string[]> {
  const picture = await readPicture(file);
  if (picture === undefined) return [];
  try {
    for (const rendering of renderings(picture)) {
      const texts = await readTexts(rendering);
      if (texts.length > 0) return texts;
    }
    return [];
  } finally {
    picture.close();
  }
}

async function readTexts(pixels: ImageData): Promise<readonly string[]> {
  const codes = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: MAX_SYMBOLS });
  return codes.filter(({ isValid }) => isValid).map(({ text }) => text);
}
