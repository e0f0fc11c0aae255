import type { AccountNames } from '../account-name.ts';
import type { Answer } from '../border.ts';
import type { ImportBatch, ImportedExport, RejectedEntry } from '../import/import-result.ts';

/** Requests about the export of another app, or a backup, that a page has read. */
export interface ImportApi {
  /** What an import would do. Nothing is written. */
  previewImport(input: {
    readonly imported: ImportedExport;
  }): Promise<Answer<{ readonly preview: ImportDescription }, 'locked'>>;
  /**
   * Adds what the preview calls accepted, and recovery codes to accounts that have none, all or nothing. A backup of
   * Lifeguard's own then counts as one that was tried.
   */
  importAccounts(input: {
    readonly imported: ImportedExport;
    readonly isBackup?: boolean;
  }): Promise<Answer<{ readonly added: number; readonly restored: number }, 'locked'>>;
  /** Whether there is anything that `undoImport` would take back. False while locked. */
  canUndoImport(): Promise<boolean>;
  /** Takes back what the newest import has brought, as long as the browser runs. `stripped`: of recovery codes. */
  undoImport(): Promise<Answer<{ readonly removed: number; readonly stripped: number }, 'locked'>>;
}

/** An import without the secrets. */
export interface ImportDescription {
  /** `origins`: the sites where they will be filled. */
  readonly accepted: readonly (AccountNames & { readonly origins: readonly string[] })[];
  /** `heldBy`: where the same entry is already. `bringsCodes`: whether the account in the vault gets its recovery codes. */
  readonly duplicates: readonly (AccountNames & {
    readonly heldBy: 'vault' | 'file';
    readonly bringsCodes: boolean;
  })[];
  readonly rejected: readonly RejectedEntry[];
  /** How many items hold no one-time code. */
  readonly skipped: number;
  readonly batches: readonly ImportBatch[];
}
