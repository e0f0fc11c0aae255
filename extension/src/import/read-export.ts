import { parseExportContent } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { ImportedExport, ImportError } from './import-result.ts';
import { IMPORTERS } from './importers.ts';

/** A file of another app, or a text as UTF-8. */
export interface ExportFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A hint alone: what a file is, its content says. */
  readonly fileName?: string;
  /** The empty text is none. */
  readonly password?: string;
}

/** What could be read, or why nothing could. */
export type ReadResult =
  | ({ readonly ok: true; readonly format: string } & ImportedExport)
  | {
      readonly ok: false;
      readonly error: ImportError;
      /** Absent when nobody knows the format. */
      readonly format?: string;
    };

/**
 * Reads an export file of another app, or a text that was pasted or stood in a QR code. One entry that can't be read is
 * rejected with its reason and the others are taken; what is wrong with the whole file is an error. Total on any bytes;
 * nothing that a file names is loaded, and what it asks to compute is bounded: a key may block its thread for ten
 * seconds.
 */
export async function readExport({ bytes, fileName = '', password = '' }: ExportFile): Promise<ReadResult> {
  let format: string | undefined;
  try {
    const content = parseExportContent({ bytes, fileName, hasPassword: password !== '' });
    const importer = IMPORTERS.find(({ recognizes }) => recognizes(content));
    if (importer === undefined) return { ok: false, error: 'unknown-format' };
    format = importer.format;
    return { ok: true, format, ...(await importer.read(content, password === '' ? undefined : password)) };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return { ok: false, error: error.code, ...(format !== undefined && { format }) };
  }
}
