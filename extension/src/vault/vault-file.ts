import { type AddedPasskey, parsePasskey } from '../passkey/passkey.ts';
import { type PasswordKeyParameters, parsePasswordKeyParameters } from '../password-key/parameters.ts';
import type { Sealed } from './seal.ts';

/** The version of the stored form that is written. A newer one is refused, never guessed at. */
export const VAULT_FORMAT = 3;

/** Format 1 lacks what the user allows beyond exact origins, and format 2 covers all domains of an account or none: `upgradeAccount`. */
const READABLE_FORMATS: readonly unknown[] = [1, 2, VAULT_FORMAT] satisfies readonly VaultFile['format'][];

/** An account, encrypted with its id and version as associated data. */
export interface VaultRecord {
  readonly version: number;
  readonly sealed: Sealed;
}

/** Another way to the data key. */
export interface VaultPasskey extends AddedPasskey {
  /** The data key, encrypted with the key of the passkey. */
  readonly wrappedDataKey: Sealed;
}

export interface VaultFile {
  readonly format: 1 | 2 | typeof VAULT_FORMAT;
  /** Grows by one with every write. */
  readonly revision: number;
  readonly passwordKey: PasswordKeyParameters;
  /** The data key, encrypted with the password key. */
  readonly wrappedDataKey: Sealed;
  /** Came later without a format of its own: a version that knows no passkeys keeps it with every write, and takes the password. */
  readonly passkey?: VaultPasskey | undefined;
  /** Ids and versions of all records, encrypted with the data key, so that none can go or come back unnoticed. */
  readonly index: Sealed;
  readonly records: Readonly<Record<string, VaultRecord>>;
}

/** The stored text: a checksum in the first line, which tells damage from a wrong password, then JSON. */
export async function formatVaultFile(file: VaultFile): Promise<string> {
  const json = JSON.stringify(file);
  return `${await checksum(json)}\n${json}`;
}

export type VaultFileResult =
  | { readonly ok: true; readonly file: VaultFile }
  | { readonly ok: false; readonly reason: 'corrupt' | 'newer-format' };

export async function parseVaultFile(text: unknown): Promise<VaultFileResult> {
  if (typeof text !== 'string') return corrupt();
  const lineEnd = text.indexOf('\n');
  const json = text.slice(lineEnd + 1);
  if (lineEnd < 0 || text.slice(0, lineEnd) !== (await checksum(json))) return corrupt();
  const value = parseJson(json);
  if (!isObject(value)) return corrupt();
  if (Number(value['format']) > VAULT_FORMAT) return { ok: false, reason: 'newer-format' };
  const passwordKey = parsePasswordKeyParameters(value['passwordKey']);
  const { revision, wrappedDataKey, passkey, index, records } = value;
  if (!READABLE_FORMATS.includes(value['format']) || passwordKey === undefined || !Number.isSafeInteger(revision))
    return corrupt();
  if (!isSealed(wrappedDataKey) || !isSealed(index) || !isObject(records)) return corrupt();
  if (!Object.values(records).every(isRecord)) return corrupt();
  if (passkey !== undefined && !isPasskey(passkey)) return corrupt();
  return { ok: true, file: { ...(value as unknown as VaultFile), passwordKey } };
}

function corrupt(): VaultFileResult {
  return { ok: false, reason: 'corrupt' };
}

async function checksum(json: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSealed(value: unknown): value is Sealed {
  return isObject(value) && typeof value['ivBase64'] === 'string' && typeof value['dataBase64'] === 'string';
}

function isRecord(value: unknown): value is VaultRecord {
  return isObject(value) && Number.isSafeInteger(value['version']) && isSealed(value['sealed']);
}

function isPasskey(value: unknown): value is VaultPasskey {
  if (!isObject(value) || parsePasskey(value) === undefined) return false;
  return Number.isSafeInteger(value['createdAtInMillis']) && isSealed(value['wrappedDataKey']);
}
