import type { RecoveryCode } from '../enrol/recovery-code.ts';
import { bytesToBase64 } from '../base64.ts';
import type { ImportedExport } from '../import/import-result.ts';
import { keyIdentity } from '../import/preview-import.ts';
import { type Account, otpKeyOf } from '../vault/account.ts';

/**
 * The recovery codes that a file has for accounts of the vault which have none, by the id of the account. An account that
 * has some keeps these alone: a site that hands out new ones takes back the old.
 */
export function restoredCodes(
  { entries }: ImportedExport,
  accounts: readonly Account[],
): ReadonlyMap<string, readonly RecoveryCode[]> {
  const inFile = new Map<string, readonly RecoveryCode[]>();
  for (const { key, recoveryCodes = [] } of entries) {
    if (recoveryCodes.length > 0) inFile.set(keyIdentity(key), recoveryCodes);
  }
  const restored = new Map<string, readonly RecoveryCode[]>();
  for (const account of accounts) {
    const codes = inFile.get(keyIdentity(otpKeyOf(account)));
    if (account.recoveryCodes.length === 0 && codes !== undefined) restored.set(account.id, codes);
  }
  return restored;
}

/** The same text for the same codes; whether one was used does not count. */
export function textOfCodes(codes: readonly RecoveryCode[]): string {
  return JSON.stringify(codes.map(({ code }) => code));
}

/** By which codes are known again without being kept: SHA-256 in Base64 of {@link textOfCodes}. */
export async function digestOf(text: string): Promise<string> {
  return bytesToBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
