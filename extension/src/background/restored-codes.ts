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
  const inFile = new Map(entries.map(({ key, recoveryCodes = [] }) => [keyIdentity(key), recoveryCodes]));
  return new Map(
    accounts.flatMap((account) => {
      const codes = inFile.get(keyIdentity(otpKeyOf(account))) ?? [];
      return account.recoveryCodes.length === 0 && codes.length > 0 ? [[account.id, codes]] : [];
    }),
  );
}

/** The same text for the same codes; whether one was used does not count. */
export function textOfCodes(codes: readonly RecoveryCode[]): string {
  return JSON.stringify(codes.map(({ code }) => code));
}

/** By which codes are known again without being kept: SHA-256 in Base64 of {@link textOfCodes}. */
export async function digestOf(text: string): Promise<string> {
  return bytesToBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
