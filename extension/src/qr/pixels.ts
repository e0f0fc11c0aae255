/** Red, green, blue and opacity of each pixel, row by row. */
export type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

/** Less is noise of a compressed picture. */
const COLOURED = 40;

/** Whether what is behind the picture is seen through it somewhere. */
export function hasTransparency({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) return true;
  return false;
}

/** Of 512 colours, three bits for each of red, green and blue. */
const COLOURS = 512;
const MOST = 0.7;

/** Whether two colours make up most of a picture, as of one that is drawn: photographs have no QR code that is hard to see for its colours. */
export function isOfFewColours({ data }: Pixels): boolean {
  const counts = new Uint32Array(COLOURS);
  for (let at = 0; at < data.length; at += 4) {
    const colour = ((data[at]! >> 5) << 6) | ((data[at + 1]! >> 5) << 3) | (data[at + 2]! >> 5);
    counts[colour]! += 1;
  }
  const [most = 0, next = 0] = counts.toSorted((one, other) => other - one);
  return most + next >= (MOST * data.length) / 4;
}

/** Whether a picture has more than shades of grey. */
export function hasColour({ data }: Pixels): boolean {
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > COLOURED) return true;
  }
  return false;
}

/** The same picture in greys, as bright as one of its colours. */
export function channelOf({ data, width, height }: Pixels, channel: 0 | 1 | 2): ImageData {
  const grey = new ImageData(width, height);
  for (let at = 0; at < data.length; at += 4) {
    grey.data.fill(data[at + channel]!, at, at + 3);
    grey.data[at + 3] = 255;
  }
  return grey;
}
