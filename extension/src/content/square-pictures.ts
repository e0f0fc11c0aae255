import type { ScannedRoot } from './shadow-roots.ts';

export type Picture = HTMLImageElement | HTMLCanvasElement | SVGSVGElement;

const MIN_SIDE = 60;
const MAX_PICTURES = 12;

/** Visible pictures with the shape of a QR code, biggest first. */
export function squarePictures({ named }: ScannedRoot): readonly Picture[] {
  return [...named('img'), ...named('canvas'), ...named('svg')]
    .map((picture) => ({ picture, box: picture.getBoundingClientRect() }))
    .filter(({ picture, box }) => isSquare(box) && picture.checkVisibility({ visibilityProperty: true }))
    .toSorted((one, other) => other.box.width - one.box.width)
    .slice(0, MAX_PICTURES)
    .map(({ picture }) => picture);
}

function isSquare({ width, height }: DOMRect): boolean {
  return width >= MIN_SIDE && height >= MIN_SIDE && width / height > 0.8 && width / height < 1.25;
}
