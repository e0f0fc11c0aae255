/** Those of an 8K screen. */
const MAX_PIXELS = 7680 * 4320;

/** `undefined` when it is no picture, or larger than any screen. */
export async function readPicture(file: Blob): Promise<ImageBitmap | undefined> {
  const picture = await createImageBitmap(file).catch((error: unknown) => {
    // InvalidStateError: the page's data is no picture.
    if (error instanceof DOMException) return undefined;
    throw error;
  });
  if (picture === undefined || picture.width * picture.height <= MAX_PIXELS) return picture;
  picture.close();
  return undefined;
}
