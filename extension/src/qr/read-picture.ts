/** Those of an 8K screen. */
const MAX_PIXELS = 7680 * 4320;

/** The picture in a data URL; `undefined` when it is none, or larger than any screen. */
export async function readPicture(dataUrl: string): Promise<ImageBitmap | undefined> {
  const blob = await (await fetch(dataUrl)).blob();
  const picture = await createImageBitmap(blob).catch((error: unknown) => {
    // InvalidStateError: the page's data is no picture.
    if (error instanceof DOMException) return undefined;
    throw error;
  });
  if (picture === undefined || picture.width * picture.height <= MAX_PIXELS) return picture;
  picture.close();
  return undefined;
}
