import { bytesToBase64 } from '../base64.ts';
import { concatBytes } from './bytes.ts';
import { type ReadResult, readExport } from './read-export.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

export const SECRET = 'JBSWY3DPEHPK3PXP';
export const PASSWORD = 'pass wörd';

/** What most fixtures hold. */
export const SHOP_KEY = {
  type: 'totp',
  issuer: 'Shop',
  account: 'ann',
  secretBase32: SECRET,
  algorithm: 'SHA256',
  digits: 8,
  periodInSeconds: 60,
  counter: 0,
} as const;

export const SHOP_URI = `otpauth://totp/Shop:ann?secret=${SECRET}&issuer=Shop&algorithm=SHA256&digits=8&period=60`;

export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Reads a text, bytes, or a value as JSON. */
export async function read(content: unknown, password = '', fileName = ''): Promise<ReadResult> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readExport({
    bytes: content instanceof Uint8Array ? new Uint8Array(content) : bytesOf(text),
    password,
    fileName,
  });
}

/** Salts and nonces needn't be random here. */
export function filled(length: number, value = 7): Bytes {
  return new Uint8Array(length).fill(value);
}

export function noise(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

export const base64 = bytesToBase64;

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function sealAesGcm(key: Uint8Array, iv: Bytes, plaintext: Bytes, additionalData?: Bytes): Promise<Bytes> {
  return encrypt({ name: 'AES-GCM', iv, ...(additionalData && { additionalData }) }, key, plaintext);
}

export async function sealAesCbc(key: Uint8Array, iv: Bytes, plaintext: Bytes): Promise<Bytes> {
  return encrypt({ name: 'AES-CBC', iv }, key, plaintext);
}

async function encrypt(algorithm: { name: string; iv: Bytes }, keyBytes: Uint8Array, plaintext: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', concatBytes(keyBytes), algorithm.name, false, ['encrypt']);
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext));
}
