import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Without this the library would load its code from a public server.
prepareZXingModule({ overrides: { locateFile: (path: string) => (path.endsWith('.wasm') ? wasmUrl : path) } });

const MAX_SYMBOLS = 16;
/** Enough for a 4K screen; a picture beyond it is not worth the memory. */
const MAX_PIXELS = 3840 * 2400;
/** White around the picture, because pages cut away the quiet zone that a reader needs (ISO/IEC 18004 section 9.1). */
const MARGIN = 16;

/** The texts of all QR codes in a picture given as a data URL; empty when it has none or is no picture. */
export async function decodeQr(dataUrl: string): Promise<readonly string[]> {
  const pixels = await readPixels(dataUrl);
  if (pixels === undefined) return [];
  const codes = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: MAX_SYMBOLS });
  return codes.filter(({ isValid }) => isValid).map(({ text }) => text);
}

async function readPixels(dataUrl: string): Promise<ImageData | undefined> {
  const blob = await (await fetch(dataUrl)).blob();
  const bitmap = await createImageBitmap(blob).catch((error: unknown) => {
    // InvalidStateError: the page's data is no picture.
    if (error instanceof DOMException) return undefined;
    throw error;
  });
  if (bitmap === undefined || bitmap.width * bitmap.height > MAX_PIXELS) return undefined;
  const width = bitmap.width + 2 * MARGIN;
  const height = bitmap.height + 2 * MARGIN;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser gave no canvas to read a picture with.');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, MARGIN, MARGIN);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}
