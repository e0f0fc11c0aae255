import { lightBox, type PixelBox } from './light-box.ts';
import { channelOf, hasColour, hasTransparency, isOfFewColours } from './pixels.ts';

/** Around the picture, because pages cut away the quiet zone that a reader needs (ISO/IEC 18004 section 9.1). */
const MARGIN = 16;
/** More is a capture of a screen. Each look at one takes long: a first one at half its size, and none for each colour. */
const LARGE_PIXELS = 2_000_000;
/** Beyond a 4K screen it is not worth the memory either to look at all of them. */
const HUGE_PIXELS = 3840 * 2400;

/**
 * A picture in the ways in which a QR code may be seen in it, the likely ones first: on white; on black, where it lets a dark page shine
 * through; cut out of a dark page that leaves no quiet zone; by each colour alone, where both of the code's are equally bright.
 */
export function* renderings(picture: ImageBitmap): Generator<ImageData> {
  const pixels = picture.width * picture.height;
  const isLarge = pixels > LARGE_PIXELS;
  if (isLarge) yield draw(picture, { background: 'white', scale: 0.5 });
  if (pixels > HUGE_PIXELS) return;
  const onWhite = draw(picture, { background: 'white' });
  yield onWhite;
  if (!isOfFewColours(onWhite)) return;
  if (hasTransparency(draw(picture, { background: 'transparent', margin: 0 }))) {
    yield draw(picture, { background: 'black' });
  }
  const light = lightBox(draw(picture, { background: 'white', margin: 0 }));
  if (light !== undefined && (light.width < picture.width || light.height < picture.height)) {
    yield draw(picture, { background: 'white', part: light });
  }
  if (isLarge || !hasColour(onWhite)) return;
  for (const channel of [0, 1, 2] as const) yield channelOf(onWhite, channel);
}

interface Drawing {
  readonly background: 'white' | 'black' | 'transparent';
  /** The whole picture when left out. */
  readonly part?: PixelBox;
  readonly margin?: number;
  readonly scale?: number;
}

function draw(picture: ImageBitmap, { background, part, margin = MARGIN, scale = 1 }: Drawing): ImageData {
  const { x, y, width, height } = part ?? { x: 0, y: 0, width: picture.width, height: picture.height };
  const [drawnWidth, drawnHeight] = [Math.round(width * scale), Math.round(height * scale)];
  const [canvasWidth, canvasHeight] = [drawnWidth + 2 * margin, drawnHeight + 2 * margin];
  const context = new OffscreenCanvas(canvasWidth, canvasHeight).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser gave no canvas to read a picture with.');
  context.fillStyle = background;
  context.fillRect(0, 0, canvasWidth, canvasHeight);
  context.drawImage(picture, x, y, width, height, margin, margin, drawnWidth, drawnHeight);
  return context.getImageData(0, 0, canvasWidth, canvasHeight);
}
