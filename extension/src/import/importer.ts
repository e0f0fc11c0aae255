import type { ExportContent } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { ImportedExport } from './import-result.ts';

/** Reads the export files of one app. */
export interface Importer {
  readonly format: string;
  /** Whether the content is of this format, readable or not. It only looks: nothing is decrypted. */
  recognizes(content: ExportContent): boolean;
  /**
   * Only for content that it recognizes.
   * @throws ImportRefusal when nothing of the file can be read
   */
  read(content: ExportContent, password: string | undefined): ImportedExport | Promise<ImportedExport>;
}

/** @throws ImportRefusal `password-required` */
export function requirePassword(password: string | undefined): string {
  if (password === undefined) throw new ImportRefusal('password-required');
  return password;
}
