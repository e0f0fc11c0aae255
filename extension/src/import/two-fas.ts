import { parseBase64, required } from './bytes.ts';
import { collectEntries } from './collect-entries.ts';
import { decryptAesGcm } from './crypto/decrypt.ts';
import { derivePbkdf2 } from './crypto/derive-key.ts';
import { decodeText, parseJson } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type EntryResult, rejected } from './import-result.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, isText, listOf, objectOf, textOf } from './json.ts';
import { readKey } from './read-key.ts';
import { readOtpUri } from './read-otp-text.ts';

const NEWEST_SCHEMA = 4;
const ITERATIONS = 10_000;

/** @see https://github.com/twofas/2fas-android/tree/develop/data/services */
export const twoFas: Importer = {
  format: '2fas',
  recognizes: ({ json }) => isObject(json) && 'schemaVersion' in json && Array.isArray(json['services']),
  async read({ json }, password) {
    const { schemaVersion, services, servicesEncrypted, reference } = objectOf(json);
    if (typeof schemaVersion !== 'number') throw new ImportRefusal('corrupt');
    if (schemaVersion > NEWEST_SCHEMA) throw new ImportRefusal('unsupported-version');
    const list = isText(servicesEncrypted) ? await decryptServices(servicesEncrypted, reference, password) : services;
    return collectEntries(required(listOf(list)).map(readService));
  },
};

function readService(service: unknown): EntryResult {
  if (!isObject(service)) return rejected('not-an-entry', '');
  const { name, secret } = service;
  const otp = objectOf(service['otp']);
  const fields = {
    type: otp['tokenType'],
    issuer: textOf(otp['issuer']) || name,
    account: textOf(otp['account']) || accountOf(textOf(otp['label']), textOf(name)),
    secret,
    algorithm: otp['algorithm'],
    digits: otp['digits'],
    periodInSeconds: otp['period'],
    counter: otp['counter'],
  };
  const link = isText(otp['link']) ? readOtpUri(otp['link']) : undefined;
  if (link?.kind !== 'entry') return readKey(fields);
  // The fields come first: they are what the app shows, and a user may have changed them.
  const { key } = link.entry;
  return readKey({
    ...fields,
    type: fields.type ?? key.type,
    secret: secret ?? key.secretBase32,
    algorithm: fields.algorithm ?? key.algorithm,
    digits: fields.digits ?? key.digits,
    periodInSeconds: fields.periodInSeconds ?? key.periodInSeconds,
    counter: fields.counter ?? key.counter,
  });
}

/** A label is `issuer:account`, or one of the two. */
function accountOf(label: string, name: string): string {
  return label === name ? '' : label.slice(label.indexOf(':') + 1);
}

/** The reference is a text that the password opens, too, and so tells damage from a wrong password. */
async function decryptServices(sealed: string, reference: unknown, password: string | undefined): Promise<unknown> {
  const offered = requirePassword(password);
  const plaintext = await decrypt(sealed, offered);
  if (plaintext !== undefined) return parseJson(required(decodeText(plaintext)));
  const isRight = isText(reference) && (await decrypt(reference, offered)) !== undefined;
  throw new ImportRefusal(isRight ? 'corrupt' : 'wrong-password');
}

/** `data:salt:iv`, each in Base64. */
async function decrypt(sealed: string, password: string): ReturnType<typeof decryptAesGcm> {
  const [ciphertext, salt, iv] = sealed.split(':').map((part) => required(parseBase64(part)));
  const key = await derivePbkdf2({
    password,
    salt: required(salt),
    iterations: ITERATIONS,
    hash: 'SHA-256',
    lengthInBytes: 32,
  });
  return decryptAesGcm({ key, iv: required(iv), ciphertext: required(ciphertext) });
}
