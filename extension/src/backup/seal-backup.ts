import { CompactEncrypt } from 'jose';
import { base64ToBytes } from '../base64.ts';
import type { PasswordKey } from '../password-key/password-key.ts';
import type { Account } from '../vault/account.ts';
import { BACKUP_FORMAT, BACKUP_TYPE, backupKeyId } from './backup-format.ts';

interface BackupInput extends PasswordKey {
  readonly accounts: readonly Account[];
  readonly createdAtInMillis: number;
}

/** Every account with all that the user has allowed it, as the text of a file. */
export async function sealBackup(input: BackupInput): Promise<string> {
  const { accounts, passwordKeyBase64, parameters, createdAtInMillis } = input;
  const content = { format: BACKUP_FORMAT, createdAt: new Date(createdAtInMillis).toISOString(), accounts };
  const key = base64ToBytes(passwordKeyBase64);
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({
      alg: 'dir',
      enc: 'A256GCM',
      typ: BACKUP_TYPE,
      kid: await backupKeyId(key),
      kdf: parameters,
    })
    .encrypt(key);
}
