import { base64ToBytes } from '../base64.ts';
import type { Account } from './account.ts';
import { importAesKey, seal, unseal } from './seal.ts';
import { type PasswordKeyParameters } from '../password-key/parameters.ts';
import { upgradeAccount } from './upgrade-account.ts';
import { VAULT_FORMAT, type VaultFile, type VaultRecord } from './vault-file.ts';

export const DATA_KEY_BYTES = 32;

/** An account together with the version under which it stands in the file. */
export interface StoredAccount {
  readonly account: Account;
  readonly version: number;
}

interface EncryptionInput {
  readonly dataKey: Uint8Array<ArrayBuffer>;
  readonly accounts: readonly StoredAccount[];
}

/** A file for a new vault without accounts. */
export async function newVaultFile(input: {
  readonly dataKey: Uint8Array<ArrayBuffer>;
  readonly passwordKeyBase64: string;
  readonly parameters: PasswordKeyParameters;
}): Promise<VaultFile> {
  const header = { format: VAULT_FORMAT, ...(await wrapForPassword(input)) } as const;
  return { ...header, ...(await encryptAccounts({ dataKey: input.dataKey, accounts: [] }, undefined)) };
}

/** The next revision of a file. Records of accounts whose version stayed are taken over as they are. */
export async function nextVaultFile(file: VaultFile, input: EncryptionInput): Promise<VaultFile> {
  return { ...file, format: VAULT_FORMAT, ...(await encryptAccounts(input, file)) };
}

/** What a file says of its password: the data key is wrapped anew, and nothing else is encrypted anew. */
export async function wrapForPassword(input: {
  readonly dataKey: Uint8Array<ArrayBuffer>;
  readonly passwordKeyBase64: string;
  readonly parameters: PasswordKeyParameters;
}): Promise<Pick<VaultFile, 'passwordKey' | 'wrappedDataKey'>> {
  const passwordKey = await importAesKey(base64ToBytes(input.passwordKeyBase64));
  const wrappedDataKey = await seal(passwordKey, input.dataKey, wrapContext(input.parameters));
  return { passwordKey: input.parameters, wrappedDataKey };
}

/** The data key, or `undefined` when the password is another. */
export async function unwrapDataKey(
  file: VaultFile,
  passwordKeyBase64: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const passwordKey = await importAesKey(base64ToBytes(passwordKeyBase64));
  return unseal(passwordKey, file.wrappedDataKey, wrapContext(file.passwordKey));
}

/** Every account of a file, or `undefined` when a record is missing, swapped, taken from another revision or damaged. */
export async function decryptAccounts(
  file: VaultFile,
  dataKey: Uint8Array<ArrayBuffer>,
): Promise<readonly StoredAccount[] | undefined> {
  const key = await importAesKey(dataKey);
  const versions = await openJson<Record<string, number>>(key, file.index, indexContext(file.revision));
  if (versions === undefined || !sameIds(versions, file.records)) return undefined;
  // At once: of ten thousand one after the other each waits for its turn in another thread.
  const accounts = await Promise.all(
    Object.entries(versions).map(async ([id, version]) => {
      const { sealed } = file.records[id]!;
      const account = await openJson<Parameters<typeof upgradeAccount>[0]>(key, sealed, recordContext(id, version));
      return account && { account: upgradeAccount(account), version };
    }),
  );
  return accounts.every((account) => account !== undefined) ? accounts : undefined;
}

async function encryptAccounts(
  { dataKey, accounts }: EncryptionInput,
  previous: VaultFile | undefined,
): Promise<Pick<VaultFile, 'revision' | 'index' | 'records'>> {
  const key = await importAesKey(dataKey);
  const revision = (previous?.revision ?? 0) + 1;
  const records = Object.fromEntries(
    await Promise.all(
      accounts.map(async ({ account, version }): Promise<readonly [string, VaultRecord]> => {
        const kept = previous?.records[account.id];
        if (kept?.version === version) return [account.id, kept];
        return [account.id, { version, sealed: await sealJson(key, account, recordContext(account.id, version)) }];
      }),
    ),
  );
  const versions = Object.fromEntries(accounts.map(({ account, version }) => [account.id, version]));
  return { revision, records, index: await sealJson(key, versions, indexContext(revision)) };
}

// Associated data: what a ciphertext is, so that it opens in its own place only. The number is that of the encryption,
// which is the same in every format so far.
function wrapContext({ algorithm, memoryInKiB, iterations, parallelism, saltBase64 }: PasswordKeyParameters): string {
  return `lifeguard/1/data-key/${algorithm}/${memoryInKiB}/${iterations}/${parallelism}/${saltBase64}`;
}

function indexContext(revision: number): string {
  return `lifeguard/1/index/${revision}`;
}

function recordContext(id: string, version: number): string {
  return `lifeguard/1/record/${id}/${version}`;
}

function sealJson(key: CryptoKey, value: unknown, context: string) {
  return seal(key, new TextEncoder().encode(JSON.stringify(value)), context);
}

async function openJson<T>(key: CryptoKey, sealed: VaultRecord['sealed'], context: string): Promise<T | undefined> {
  const plaintext = await unseal(key, sealed, context);
  return plaintext && (JSON.parse(new TextDecoder().decode(plaintext)) as T);
}

function sameIds(versions: Record<string, number>, records: VaultFile['records']): boolean {
  const ids = Object.keys(versions);
  return ids.length === Object.keys(records).length && ids.every((id) => records[id]?.version === versions[id]);
}
