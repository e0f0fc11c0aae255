import type { AccountNames } from '../account-name.ts';
import type { Answer } from '../border.ts';
import type { ImportedExport } from '../import/import-result.ts';
import type { PasswordKey } from '../password-key/password-key.ts';

/** Requests about what leaves the vault: backups, and exports for other apps. */
export interface BackupApi {
  /** The newest backup, and whether it was tried. */
  backupStatus(): Promise<Answer<BackupStatus, 'locked'>>;
  /** Seals every account with `backup`, the key of a password with parameters of its own. The text of a file. */
  saveBackup(input: {
    readonly passwordKeyBase64: string;
    readonly backup: PasswordKey;
  }): Promise<Answer<{ readonly file: string }, 'locked' | 'wrong-password' | 'bad-parameters' | 'not-allowed'>>;
  /** Compares what was read from a backup with the vault. Nothing is written but that all was there. */
  tryBackup(input: {
    readonly imported: ImportedExport;
  }): Promise<Answer<{ readonly held: number; readonly missing: readonly AccountNames[] }, 'locked'>>;
  /** The reminder of a backup comes back later. */
  putBackupOff(): Promise<void>;
  /** Every account with its secret, in a form that other apps read. */
  exportAccounts(input: {
    readonly passwordKeyBase64: string;
    readonly form: ExportForm;
  }): Promise<Answer<ExportedTexts, 'locked' | 'wrong-password' | 'not-allowed'>>;
}

export interface BackupStatus {
  readonly savedAtInMillis: number | undefined;
  /** When the accounts of the vault were all read back from a backup. */
  readonly triedAtInMillis: number | undefined;
  /** How many accounts of the vault are not in the newest backup. */
  readonly newer: number;
  /** Whether the user should be reminded of it now. */
  readonly isDue: boolean;
}

/** `otpauth`: a setup link a line. `migration`: the QR codes of Google Authenticator. */
export type ExportForm = 'otpauth' | 'migration';

export interface ExportedTexts {
  /** The lines of a file, or the texts of QR codes. */
  readonly texts: readonly string[];
  /** What this form can't hold. */
  readonly left: readonly AccountNames[];
}
