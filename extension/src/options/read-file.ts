/** The bytes of a file that the user has given. `undefined` when it is a folder, or was changed or taken away since. */
export async function readFile(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
