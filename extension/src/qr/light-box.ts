import type { Pixels } from './pixels.ts';

/** In pixels of a picture, from its top left corner. */
export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Halfway between black and white. */
const LIGHT = 128;

/**
 * The smallest part of a picture that holds all of its light pixels; `undefined` when none is light. Of a QR code on black it is the code:
 * beside each of its finder patterns the first line has a light separator (ISO/IEC 18004 section 6.3.4).
 */
export function lightBox({ data, width, height }: Pixels): PixelBox | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if (Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < LIGHT) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
