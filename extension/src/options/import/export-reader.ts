import { type ExportFile, readExport, type ReadResult } from '../../import/read-export.ts';
import { decodeQrFile } from '../../qr/decode-qr.ts';

/** What the user has chosen, dropped or pasted. */
export type GivenExport = { readonly files: readonly File[] } | { readonly text: string };

/** Reads one file, or pictures of QR codes, whose texts are read together because an export may take several. */
export async function readGiven(given: GivenExport, password: string): Promise<ReadResult> {
  return readExport({ ...(await fileOf(given)), password });
}

async function fileOf(given: GivenExport): Promise<ExportFile> {
  if ('text' in given) return { bytes: new TextEncoder().encode(given.text) };
  const { files } = given;
  const [first] = files;
  if (first === undefined || files.every(({ type }) => type.startsWith('image/'))) {
    return { bytes: new TextEncoder().encode((await textsIn(files)).join('\n')) };
  }
  return { bytes: new Uint8Array(await first.arrayBuffer()), fileName: first.name };
}

async function textsIn(pictures: readonly File[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const picture of pictures) texts.push(...(await decodeQrFile(picture)));
  return texts;
}
