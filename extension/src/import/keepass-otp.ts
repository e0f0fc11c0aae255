import { parseBase64, parseHex } from './bytes.ts';
import { type EntryResult, NO_CODE } from './import-result.ts';
import { readKey } from './read-key.ts';
import { readOtpUri } from './read-otp-text.ts';

type Fields = ReadonlyMap<string, string>;
type Decoder = (text: string) => Uint8Array | undefined;

/** How secrets that are not in Base32 are written. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['hex', parseHex],
  ['base64', parseBase64],
  ['utf8', (text) => new TextEncoder().encode(text)],
]);
const ENCODED_FIELDS = [
  ['Secret-Hex', 'hex'],
  ['Secret-Base64', 'base64'],
  ['Secret', 'utf8'],
] as const;

/**
 * Reads the code of a KeePass entry in one of the ways in which its programs and plugins write it.
 * @see https://keepass.info/help/base/placeholders.html#otp
 * @see https://keepassxc.org/docs/
 */
export function readKeepassOtp(fields: Fields): EntryResult {
  const owner = { issuer: fields.get('Title')?.trim() ?? '', account: fields.get('UserName')?.trim() ?? '' };
  const otp = fields.get('otp')?.trim() ?? '';
  if (otp !== '') return /^key=|&key=/i.test(otp) ? readKeeOtp(otp, owner) : readOtpUri(otp, owner);
  const seed = fields.get('TOTP Seed') ?? '';
  if (seed !== '') return readSeed(seed, fields.get('TOTP Settings') ?? '', owner);
  return readNative(fields, 'TimeOtp', owner) ?? readNative(fields, 'HmacOtp', owner) ?? NO_CODE;
}

type Owner = Parameters<typeof readOtpUri>[1];

/** The plugin KeeOtp: a query such as `key=…&size=6&step=30`. */
function readKeeOtp(otp: string, owner: Owner): EntryResult {
  const query = new URLSearchParams(otp.replaceAll('+', '%2B'));
  const encoding = query.get('encoding')?.toLowerCase() ?? 'base32';
  const key = query.get('key') ?? '';
  return readKey({
    ...owner,
    type: query.get('type'),
    secret: encoding === 'base32' ? key : decoded(key, DECODERS.get(encoding)),
    algorithm: query.get('otpHashMode'),
    digits: query.get('size'),
    periodInSeconds: query.get('step'),
    counter: query.get('counter'),
  });
}

/** KeePassXC's own fields and KeeTrayTOTP's: `period;digits`, where `S` in place of the digits is Steam. */
function readSeed(secret: string, settings: string, owner: Owner): EntryResult {
  const [periodInSeconds, digits] = settings.split(';').map((part) => part.trim());
  if (digits?.toUpperCase() === 'S') return readKey({ ...owner, type: 'steam', secret, periodInSeconds });
  return readKey({ ...owner, secret, periodInSeconds, digits });
}

/** The fields of KeePass itself, from 2.47. */
function readNative(fields: Fields, prefix: 'TimeOtp' | 'HmacOtp', owner: Owner): EntryResult | undefined {
  const field = (name: string): string | undefined => fields.get(`${prefix}-${name}`)?.trim();
  const encoded = ENCODED_FIELDS.map(([name, encoding]) => decoded(field(name), DECODERS.get(encoding)));
  const secret = field('Secret-Base32') ?? encoded.find((value) => value !== undefined);
  if (secret === undefined) return undefined;
  return readKey({
    ...owner,
    type: prefix === 'TimeOtp' ? 'totp' : 'hotp',
    secret,
    algorithm: field('Algorithm'),
    digits: field('Length'),
    periodInSeconds: field('Period'),
    counter: field('Counter'),
  });
}

/** What can't be decoded makes no secret. */
function decoded(text: string | undefined, decode: Decoder | undefined): Uint8Array | string | undefined {
  return text === undefined ? undefined : (decode?.(text) ?? '?');
}
