import { compactDecrypt, decodeProtectedHeader, errors, type ProtectedHeaderParameters } from 'jose';
import { BACKUP_FORMAT, BACKUP_TYPE, backupKeyId } from '../backup/backup-format.ts';
import { isIssuer } from '../pool/pool-address.ts';
import { isFillableOrigin } from '../site/fillable-origin.ts';
import type { PoolLink } from '../pool/pool-link.ts';
import type { AccountNames } from '../account-name.ts';
import { type FormerKey, MAX_FORMER_KEYS } from '../enrol/former-key.ts';
import { MAX_RECOVERY_CODE_LENGTH, MAX_RECOVERY_CODES, type RecoveryCode } from '../enrol/recovery-code.ts';
import { parseBase64, required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { deriveArgon2id } from './crypto/derive-key.ts';
import { parseJson } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, type ImportedBindings, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, isText, type JsonObject, listOf, objectOf, textOf } from './json.ts';
import { readKey } from './read-key.ts';

const COMPACT_JWE = /^\s*(eyJ[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+)\s*$/;

/** Lifeguard's own backup, with the sites of each account. */
export const lifeguardBackup: Importer = {
  format: 'lifeguard-backup',
  recognizes: ({ text = '' }) => headerOf(text)?.typ === BACKUP_TYPE,
  async read({ text = '' }, password) {
    const content = objectOf(parseJson(await decrypt(text, requirePassword(password))));
    if (content['format'] !== BACKUP_FORMAT) throw new ImportRefusal('unsupported-version');
    return collectEntries(required(listOf(content['accounts'])).map(readAccount));
  },
};

function headerOf(text: string): ProtectedHeaderParameters | undefined {
  const [, token] = COMPACT_JWE.exec(text) ?? [];
  if (token === undefined) return undefined;
  try {
    return decodeProtectedHeader(token);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function decrypt(text: string, password: string): Promise<string> {
  const header = objectOf(headerOf(text));
  const kdf = objectOf(header['kdf']);
  if (kdf['algorithm'] !== 'argon2id') throw new ImportRefusal('unsupported-encryption');
  const key = await deriveArgon2id({
    // As `derivePasswordKey` has it.
    password: password.normalize('NFKC'),
    salt: required(parseBase64(kdf['saltBase64'])),
    memoryInKiB: kdf['memoryInKiB'],
    iterations: kdf['iterations'],
    parallelism: kdf['parallelism'],
  });
  if (header['kid'] !== (await backupKeyId(key))) throw new ImportRefusal('wrong-password');
  try {
    const { plaintext } = await compactDecrypt(text.trim(), key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder().decode(plaintext);
  } catch (cause) {
    if (cause instanceof errors.JOSEAlgNotAllowed) throw new ImportRefusal('unsupported-encryption', { cause });
    if (cause instanceof errors.JOSEError) throw new ImportRefusal('corrupt', { cause });
    throw cause;
  }
}

function readAccount(account: unknown): EntryResult {
  if (!isObject(account)) return rejected('not-an-entry', '');
  const { secretBase32: secret, ...fields } = account;
  const result = readKey({ ...fields, secret });
  if (result.kind !== 'entry') return result;
  const tags = (listOf(account['tags']) ?? []).filter(isText);
  const bindings = readBindings(account);
  const foundAs = readNames(account['foundAs']);
  const pool = readPoolLink(objectOf(account['pool']));
  const recoveryCodes = readRecoveryCodes(account['recoveryCodes']);
  const formerKeys = readFormerKeys(account['formerKeys']);
  const kept = { bindings, tags, ...(foundAs && { foundAs }), ...(pool && { pool }), recoveryCodes, formerKeys };
  const entry = { ...result.entry, ...kept };
  return { kind: 'entry', entry: account['state'] === 'staged' ? { ...entry, state: 'staged' } : entry };
}

function readNames(value: unknown): AccountNames | undefined {
  if (!isObject(value)) return undefined;
  return { issuer: textOf(value['issuer']), account: textOf(value['account']) };
}

function readRecoveryCodes(value: unknown): readonly RecoveryCode[] {
  return (listOf(value) ?? [])
    .map(objectOf)
    .flatMap(({ code, isUsed }) =>
      isText(code) && code.length <= MAX_RECOVERY_CODE_LENGTH ? [{ code, isUsed: isUsed === true }] : [],
    )
    .slice(0, MAX_RECOVERY_CODES);
}

/** One that can't be read is left out: the key of now can. */
function readFormerKeys(value: unknown): readonly FormerKey[] {
  return (listOf(value) ?? [])
    .map(objectOf)
    .flatMap(({ secretBase32: secret, replacedAtInMillis, ...fields }) => {
      const result = readKey({ ...fields, secret });
      if (result.kind !== 'entry' || typeof replacedAtInMillis !== 'number') return [];
      const { type, secretBase32, algorithm, digits, periodInSeconds } = result.entry.key;
      if (type === 'hotp') return [];
      return [{ type, secretBase32, algorithm, digits, periodInSeconds, replacedAtInMillis }];
    })
    .slice(0, MAX_FORMER_KEYS);
}

/** What may not be filled any more stays out. */
function readBindings(account: JsonObject): ImportedBindings {
  const coveredDomains = listOf(account['coveredDomains']);
  const objects = (name: string) => (listOf(account[name]) ?? []).map(objectOf);
  return {
    origins: (listOf(account['origins']) ?? []).filter(isSite),
    ...(coveredDomains === undefined
      ? { coversDomains: account['coversDomains'] === true }
      : { coveredDomains: coveredDomains.filter(isText) }),
    submitsAt: (listOf(account['submitsAt']) ?? []).filter(isSite),
    frames: objects('frames').flatMap(({ origin, within }) =>
      isSite(origin) && isSite(within) ? [{ origin, within }] : [],
    ),
    fields: objects('fields').flatMap(({ origin, selector }) =>
      isSite(origin) && isText(selector) ? [{ origin, selector }] : [],
    ),
    deviceName: textOf(account['deviceName']),
  };
}

function isSite(origin: unknown): origin is string {
  return isText(origin) && isFillableOrigin(origin);
}

/** One that can't be read is none: the account is removed here alone then. */
function readPoolLink({ issuer, clientId, subject }: JsonObject): PoolLink | undefined {
  const isRead = isText(issuer) && isIssuer(issuer) && isText(clientId) && isText(subject);
  return isRead ? { issuer, clientId, subject } : undefined;
}
