import { parseBase64, required } from './bytes.ts';
import { deriveArgon2id } from './crypto/derive-key.ts';
import { openSecretstream } from './crypto/secretstream.ts';
import { decodeText } from './export-content.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type Importer, requirePassword } from './importer.ts';
import { isObject, objectOf } from './json.ts';
import { readOtpauthLines } from './otpauth-list.ts';

const VERSION = 1;
const BYTES_IN_KIB = 1024;

/**
 * Ente Auth's encrypted export; the plain one is a list of URIs.
 * @see https://github.com/ente-io/ente/tree/main/mobile/apps/auth/lib/models/export
 */
export const ente: Importer = {
  format: 'ente',
  recognizes: ({ json }) => isObject(json) && 'kdfParams' in json && 'encryptedData' in json,
  async read({ json }, password) {
    const { version, kdfParams, encryptedData, encryptionNonce } = objectOf(json);
    if (version !== VERSION) throw new ImportRefusal('unsupported-version');
    const { memLimit, opsLimit, salt } = objectOf(kdfParams);
    const key = await deriveArgon2id({
      password: requirePassword(password),
      salt: required(parseBase64(salt)),
      // As crypto_pwhash does.
      memoryInKiB: Math.floor(Number(memLimit) / BYTES_IN_KIB),
      iterations: opsLimit,
      parallelism: 1,
    });
    const plaintext = openSecretstream(
      key,
      required(parseBase64(encryptionNonce)),
      required(parseBase64(encryptedData)),
    );
    if (plaintext === undefined) throw new ImportRefusal('wrong-password');
    return readOtpauthLines(required(decodeText(plaintext)));
  },
};
