import { argon2id, md5, scrypt } from 'hash-wasm';
import { concatBytes, parseBase64, parseHex } from './bytes.ts';
import { hmac } from './crypto/decrypt.ts';
import { derivePbkdf2 } from './crypto/derive-key.ts';
import {
  base64,
  type Bytes,
  bytesOf,
  filled,
  hex,
  PASSWORD,
  sealAesCbc,
  sealAesGcm,
  SECRET,
  SHOP_KEY,
} from './import.fixture.ts';
import { PLAIN_EXPORTS } from './plain-exports.fixture.ts';

/** A file that the password opens, or one that was made elsewhere with its own. */
export interface EncryptedExport {
  readonly content: unknown;
  readonly password?: string;
  readonly fileName?: string;
}

export const WITH_DEFAULTS = { secretBase32: SECRET, issuer: 'Shop', account: 'ann' };

export async function sealAegis(): Promise<EncryptedExport> {
  const salt = filled(32);
  const masterKey = filled(32, 3);
  const cost = { n: 1024, r: 8, p: 1 };
  const key = await scrypt({
    password: PASSWORD,
    salt,
    costFactor: cost.n,
    blockSize: cost.r,
    parallelism: cost.p,
    hashLength: 32,
    outputType: 'binary',
  });
  const { db } = JSON.parse(PLAIN_EXPORTS['aegis'] ?? '');
  const slot = await sealAesGcm(key, filled(12), masterKey);
  const database = await sealAesGcm(masterKey, filled(12), bytesOf(JSON.stringify(db)));
  const password = {
    type: 1,
    ...cost,
    salt: hex(salt),
    key: hex(slot.slice(0, -16)),
    key_params: aegisParameters(slot),
  };
  const header = { slots: [{ type: 2 }, password], params: aegisParameters(database) };
  return { content: { version: 1, header, db: base64(database.slice(0, -16)) } };
}

function aegisParameters(sealed: Bytes): object {
  return { nonce: hex(filled(12)), tag: hex(sealed.slice(-16)) };
}

async function sealTwoFas(): Promise<EncryptedExport> {
  const salt = filled(256);
  const key = await derivePbkdf2({ password: PASSWORD, salt, iterations: 10_000, hash: 'SHA-256', lengthInBytes: 32 });
  const { services } = JSON.parse(PLAIN_EXPORTS['2fas'] ?? '');
  const sealed = await sealAesGcm(key, filled(12), bytesOf(JSON.stringify(services)));
  const servicesEncrypted = [sealed, salt, filled(12)].map(base64).join(':');
  return { content: { schemaVersion: 4, services: [], servicesEncrypted } };
}

async function sealAndotp(): Promise<EncryptedExport> {
  const salt = filled(12);
  const key = await derivePbkdf2({ password: PASSWORD, salt, iterations: 1000, hash: 'SHA-1', lengthInBytes: 32 });
  const sealed = await sealAesGcm(key, filled(12), bytesOf(PLAIN_EXPORTS['andotp'] ?? ''));
  return { content: concatBytes(Uint8Array.of(0, 0, 3, 0xe8), salt, filled(12), sealed) };
}

async function sealOldAndotp(): Promise<EncryptedExport> {
  const key = await crypto.subtle.digest('SHA-256', bytesOf(PASSWORD));
  const sealed = await sealAesGcm(new Uint8Array(key), filled(12), bytesOf(PLAIN_EXPORTS['andotp'] ?? ''));
  return { content: concatBytes(filled(12), sealed), fileName: 'otp_accounts.json.aes' };
}

async function sealBitwarden(kdf: object, keyOf: (salt: Bytes) => Promise<Uint8Array>): Promise<EncryptedExport> {
  const salt = 'a salt as text';
  const key = concatBytes(await keyOf(bytesOf(salt)));
  const [encryptionKey, macKey] = [
    await hmac('SHA-256', key, bytesOf('enc\u0001')),
    await hmac('SHA-256', key, bytesOf('mac\u0001')),
  ];
  async function seal(text: string): Promise<string> {
    const ciphertext = await sealAesCbc(encryptionKey, filled(16), bytesOf(text));
    const mac = await hmac('SHA-256', macKey, concatBytes(filled(16), ciphertext));
    return `2.${[filled(16), ciphertext, mac].map(base64).join('|')}`;
  }
  const file = { encrypted: true, passwordProtected: true, salt, ...kdf };
  const encKeyValidation = await seal('anything');
  const data = await seal(PLAIN_EXPORTS['bitwarden-json'] ?? '');
  return { content: { ...file, encKeyValidation_DO_NOT_EDIT: encKeyValidation, data } };
}

async function sealProton(): Promise<EncryptedExport> {
  const salt = filled(16);
  const key = await argon2(PASSWORD, salt, { memorySize: 19_456, iterations: 2, parallelism: 1 });
  const plaintext = bytesOf(PLAIN_EXPORTS['proton-authenticator'] ?? '');
  const sealed = await sealAesGcm(key, filled(12), plaintext, bytesOf('proton.authenticator.export.v1'));
  return { content: { version: 1, salt: base64(salt), content: base64(concatBytes(filled(12), sealed)) } };
}

async function sealStratum(): Promise<EncryptedExport> {
  const key = await argon2(PASSWORD, filled(16), { memorySize: 65_536, iterations: 3, parallelism: 4 });
  const sealed = await sealAesGcm(key, filled(12), bytesOf(PLAIN_EXPORTS['stratum'] ?? ''));
  return { content: concatBytes(bytesOf('AUTHENTICATORPRO'), filled(16), filled(12), sealed) };
}

async function sealOldStratum(): Promise<EncryptedExport> {
  const salt = filled(20);
  const key = await derivePbkdf2({ password: PASSWORD, salt, iterations: 64_000, hash: 'SHA-1', lengthInBytes: 32 });
  const sealed = await sealAesCbc(key, filled(16), bytesOf(PLAIN_EXPORTS['stratum'] ?? ''));
  return { content: concatBytes(bytesOf('AuthenticatorPro'), salt, filled(16), sealed) };
}

async function argon2(
  password: string,
  salt: Uint8Array,
  cost: { memorySize: number; iterations: number; parallelism: number },
): Promise<Uint8Array> {
  return argon2id({ password, salt, ...cost, hashLength: 32, outputType: 'binary' });
}

async function sealCryptoJs(plaintext: Bytes, passPhrase: string): Promise<string> {
  const salt = filled(8);
  let derived = concatBytes();
  let last = concatBytes();
  while (derived.length < 48) {
    last = concatBytes(parseHex(await md5(concatBytes(last, bytesOf(passPhrase), salt))) ?? last);
    derived = concatBytes(derived, last);
  }
  const sealed = await sealAesCbc(derived.slice(0, 32), derived.slice(32), plaintext);
  return base64(concatBytes(bytesOf('Salted__'), salt, sealed));
}

const CHEAP = { memorySize: 64, iterations: 1, parallelism: 1 };
const RECORD = { type: 'totp', issuer: 'Shop', account: 'ann', algorithm: 'SHA256', digits: 8, period: 60 };

function phc(salt: Bytes, hash: Uint8Array): string {
  return `$argon2id$v=19$m=64,t=1,p=1$${base64(salt)}$${base64(hash)}`.replaceAll('=$', '$').replace(/=+$/, '');
}

export async function sealAuthenticator8(): Promise<EncryptedExport> {
  const salt = 'a salt as text';
  const phrase = base64(await argon2(PASSWORD, bytesOf(salt), CHEAP)).replace(/=+$/, '');
  const hash = phc(filled(15), await argon2(phrase, filled(15), CHEAP));
  const data = await sealCryptoJs(bytesOf(JSON.stringify({ ...RECORD, secret: SECRET })), phrase);
  return {
    content: { one: { dataType: 'EncOTPStorage', keyId: 'k', data }, k: { dataType: 'Key', id: 'k', salt, hash } },
  };
}

async function sealAuthenticator7(): Promise<EncryptedExport> {
  const key = filled(120);
  const hash = phc(filled(15), await argon2(hex(key), filled(15), CHEAP));
  const secret = await sealCryptoJs(bytesOf(SECRET), hex(key));
  const one = { ...RECORD, hash: 'one', encrypted: true, secret };
  return { content: { one, key: { enc: await sealCryptoJs(key, PASSWORD), hash } } };
}

async function sealAuthenticator1(): Promise<EncryptedExport> {
  const secret = await sealCryptoJs(bytesOf(SECRET), PASSWORD);
  return { content: { one: { ...RECORD, hash: 'one', encrypted: true, secret } } };
}

/** Made by libsodium. */
export const ENTE: EncryptedExport = {
  password: 'pass word',
  content: {
    version: 1,
    kdfParams: { memLimit: 65_536, opsLimit: 2, salt: '//79/Pv6+fj39vX08/Lx8A==' },
    encryptedData:
      'eESrnY4DIN4wGQygWcXomX0zIwrYk+6cOcc8h8aK2knqDG8/79h6n0fBmkrR2dOdvm4iKMYNnOXfyBP+V8xaRy6iXChEwQVhapvTmO0=',
    encryptionNonce: 'gWg4T6sP4Utm5R07ViZVoDNxnhaSPBM9',
  },
};

/** Made by Info-ZIP. */
const WINAUTH: EncryptedExport = {
  password: 'secret',
  content: parseBase64(
    'UEsDBAoACQAAAOmGfV2OISz5SQAAAD0AAAAQAAAAd2luYXV0aC0yMDI2LnR4dAX83bh+AJIiIZWXZasv6T9XgwguyfdJAY3sPa+0bca5ps4yu87eUsVoBldKnNlMCro1Zn1xLPsxbSZFBWLccLLOF93WeTX4GCFQSwcIjiEs+UkAAAA9AAAAUEsBAh4DCgAJAAAA6YZ9XY4hLPlJAAAAPQAAABAAAAAAAAAAAQAAAKSBAAAAAHdpbmF1dGgtMjAyNi50eHRQSwUGAAAAAAEAAQA+AAAAhwAAAAAA',
  ),
};

/** Made by zip.js, with more than one block of AES. */
const RAIVO: EncryptedExport = {
  password: 'secret',
  content: parseBase64(
    'UEsDBDMACQBjAGSHfV0AAAAAAAAAAAAAAAAVAAsAcmFpdm8tb3RwLWV4cG9ydC5qc29uAZkHAAIAQUUDCADDK3XaRsKaxSaQm5IpFSG9UaaaXUI9Cmu4s2Hz6FPNwDFLilyU+3xP4C8WVx7mWW+pK4AUSFZbKvUlqMiluvNKyUGX9ksOPNsMq4D6MC2qhb4Va/xkdYTtN7ZrYo5ljeDITvryjjJxV3OsJIAF9FaSrp26IAdArFIOWzdL0hxTtdAjAHIC8fxCL4hkkiQFcdHtwa2M0D8eUEsHCAAAAACXAAAAgAAAAFBLAQIAAzMACQBjAGSHfV0AAAAAlwAAAIAAAAAVAAsAAAAAAAAAAACkgQAAAAByYWl2by1vdHAtZXhwb3J0Lmpzb24BmQcAAgBBRQMIAFBLBQYAAAAAAQABAE4AAADlAAAAAAA=',
  ),
};

/** How to make an export of each kind, and the key that it holds. */
export const ENCRYPTED_EXPORTS: readonly (readonly [
  name: string,
  seal: () => EncryptedExport | Promise<EncryptedExport>,
  key: object,
])[] = [
  ['Aegis', sealAegis, SHOP_KEY],
  ['2FAS', sealTwoFas, SHOP_KEY],
  ['andOTP', sealAndotp, SHOP_KEY],
  ['andOTP, old', sealOldAndotp, SHOP_KEY],
  [
    'Bitwarden by PBKDF2',
    async () =>
      sealBitwarden({ kdfType: 0, kdfIterations: 1000 }, async (salt) =>
        derivePbkdf2({ password: PASSWORD, salt, iterations: 1000, hash: 'SHA-256', lengthInBytes: 32 }),
      ),
    SHOP_KEY,
  ],
  [
    'Bitwarden by Argon2id',
    async () =>
      sealBitwarden({ kdfType: 1, kdfIterations: 1, kdfMemory: 1, kdfParallelism: 1 }, async (salt) =>
        argon2(PASSWORD, new Uint8Array(await crypto.subtle.digest('SHA-256', salt)), { ...CHEAP, memorySize: 1024 }),
      ),
    SHOP_KEY,
  ],
  ['Proton Authenticator', sealProton, SHOP_KEY],
  ['Stratum', sealStratum, SHOP_KEY],
  ['Stratum, old', sealOldStratum, SHOP_KEY],
  ['Authenticator 8', sealAuthenticator8, SHOP_KEY],
  ['Authenticator 7', sealAuthenticator7, SHOP_KEY],
  ['Authenticator 1', sealAuthenticator1, SHOP_KEY],
  ['Ente', () => ENTE, WITH_DEFAULTS],
  ['an archive of WinAuth', () => WINAUTH, WITH_DEFAULTS],
  ['an archive of Raivo', () => RAIVO, WITH_DEFAULTS],
];
