import { pictureDataUrl } from '../src/content/picture-data-url.ts';
import { decodeQr } from '../src/qr/decode-qr.ts';

/** What a page's own pictures have at most; a larger one is looked at as a capture of the screen is. */
const MAX_PICTURE_SIDE = 2000;

/** What the extension reads in a picture that is given as a data URL. */
export interface QrReading {
  /** Absent: it is no picture. */
  readonly texts?: readonly string[];
  readonly size: readonly [width: number, height: number];
  /** Of the reading alone. */
  readonly millis: number;
}

async function readPicture(source: string): Promise<QrReading> {
  const image = new Image();
  image.src = source;
  try {
    await image.decode();
  } catch {
    return { size: [0, 0], millis: 0 };
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const isCapture = Math.max(width, height) > MAX_PICTURE_SIDE;
  const dataUrl = isCapture ? source : await pictureDataUrl(image);
  if (dataUrl === undefined) return { size: [width, height], millis: 0 };
  const begin = performance.now();
  const texts = await decodeQr(dataUrl);
  return { texts, size: [width, height], millis: performance.now() - begin };
}

Object.assign(globalThis, { readPicture });
