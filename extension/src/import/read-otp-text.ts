import { parseOtpauthUri } from '@lifeguard/shared/otp';
import { accountName } from '../account-name.ts';
import { type EntryResult, NO_CODE, type RejectReason, rejected } from './import-result.ts';
import { readKey } from './read-key.ts';

/** What stands around a code in its file, for a text that doesn't say whose code it is. */
export interface OtpTextOwner {
  readonly issuer: string;
  readonly account: string;
}

const OTPAUTH = /^otpauth(?:-migration)?:/i;
const STEAM = /^steam:\/\//i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Reads one otpauth URI, or `steam://` with a secret. */
export function readOtpUri(text: string, owner: OtpTextOwner = { issuer: '', account: '' }): EntryResult {
  const uri = text.trim();
  const name = accountName(owner.issuer, owner.account);
  if (STEAM.test(uri)) {
    return readKey({ ...owner, issuer: owner.issuer || 'Steam', type: 'steam', secret: uri.replace(STEAM, '') });
  }
  const parsed = parseOtpauthUri(uri);
  if (!parsed.ok) {
    const reason: RejectReason =
      parsed.error === 'too-long' || parsed.error === 'migration' ? 'not-otpauth' : parsed.error;
    return rejected(reason, name);
  }
  const { key } = parsed;
  const named = key.issuer === '' && key.account === '' ? { ...key, ...owner } : key;
  return { kind: 'entry', entry: { key: named, trashed: false } };
}

/** Reads the code field of a password manager: a URI or a bare secret. Without either, the login has no code. */
export function readOtpText(text: string, owner: OtpTextOwner): EntryResult {
  const trimmed = text.trim();
  if (trimmed === '') return NO_CODE;
  if (OTPAUTH.test(trimmed) || OTHER_SCHEME.test(trimmed)) return readOtpUri(trimmed, owner);
  return readKey({ ...owner, secret: trimmed });
}
