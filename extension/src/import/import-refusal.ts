import type { ImportError } from './import-result.ts';

/** Ends the reading of a file. It stays within this folder: `readExport` makes a value of it. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
  readonly code: ImportError;

  constructor(code: ImportError, options?: ErrorOptions) {
    super(`The file can't be imported: ${code}.`, options);
    this.code = code;
  }
}
