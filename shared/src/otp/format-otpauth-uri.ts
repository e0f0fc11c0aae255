import { assertOtpKey, type OtpKey } from './otp-key.ts';
import { parseSecretBase32 } from './secret-base32.ts';

/**
 * Writes a key as an otpauth URI that gives the same key when it is parsed. Blanks are `%20` and never `+`, which
 * authenticator apps show as a plus sign; every parameter is written out, because apps differ in their defaults.
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 * @throws RangeError when the key is out of bounds
 */
export function formatOtpauthUri(key: OtpKey): string {
  assertOtpKey(key);
  const secret = parseSecretBase32(key.secretBase32);
  if (!secret.ok) throw new RangeError(secret.message);
  const moving = key.type === 'hotp' ? `counter=${key.counter}` : `period=${key.periodInSeconds}`;
  const parameters = [
    `secret=${secret.secretBase32}`,
    ...(key.issuer === '' ? [] : [`issuer=${encode(key.issuer)}`]),
    `algorithm=${key.algorithm}`,
    `digits=${key.digits}`,
    moving,
  ];
  return `otpauth://${key.type}/${formatLabel(key)}?${parameters.join('&')}`;
}

function formatLabel({ issuer, account }: OtpKey): string {
  if (issuer !== '') return `${encode(issuer)}:${encode(account)}`;
  // An empty issuer keeps a colon in the account from separating; the blank keeps `://` from hiding that separator.
  return account.includes(':') ? `:%20${encode(account)}` : encode(account);
}

function encode(text: string): string {
  // encodeURIComponent throws on half of a surrogate pair.
  return encodeURIComponent(text.toWellFormed());
}
