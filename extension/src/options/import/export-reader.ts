import { type ExportFile, readExport, type ReadResult } from '../../import/read-export.ts';
import { decodeQrFile } from '../../qr/decode-qr.ts';
import { readFile } from '../read-file.ts';

/** What the user has chosen, dropped or pasted. */
export type GivenExport = { readonly files: readonly File[] } | { readonly text: string };

/** The browser gives nothing of a file. */
interface Unreadable {
  readonly ok: false;
  readonly error: 'unreadable';
}

/** Reads one file, or pictures of QR codes, whose texts are read together because an export may take several. */
export async function readGiven(given: GivenExport, password: string): Promise<ReadResult | Unreadable> {
  const file = await fileOf(given);
  return file === undefined ? { ok: false, error: 'unreadable' } : readExport({ ...file, password });
}

async function fileOf(given: GivenExport): Promise<ExportFile | undefined> {
  if ('text' in given) return { bytes: new TextEncoder().encode(given.text) };
  const { files } = given;
  const [first] = files;
  if (first === undefined || files.every(({ type }) => type.startsWith('image/'))) {
    const texts = await textsIn(files);
    return texts && { bytes: new TextEncoder().encode(texts.join('\n')) };
  }
  const bytes = await readFile(first);
  return bytes && { bytes, fileName: first.name };
}

async function textsIn(pictures: readonly File[]): Promise<readonly string[] | undefined> {
  const texts: string[] = [];
  for (const picture of pictures) {
    const bytes = await readFile(picture);
    if (bytes === undefined) return undefined;
    texts.push(...(await decodeQrFile(new Blob([bytes], { type: picture.type }))));
  }
  return texts;
}
