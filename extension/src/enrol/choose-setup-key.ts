import { type OtpauthUriError, type OtpKey, parseOtpauthUri } from '@lifeguard/shared/otp';

export type SetUpRefusal = 'no-qr' | 'no-otp-qr' | 'several-qr' | 'hotp' | OtpauthUriError;

export type SetUpKey =
  | { readonly ok: true; readonly key: OtpKey }
  | { readonly ok: false; readonly reason: SetUpRefusal };

/** The one key that the QR codes of a page offer. Other codes, such as those with links to app stores, don't count. */
export function chooseSetUpKey(texts: readonly string[]): SetUpKey {
  if (texts.length === 0) return refuse('no-qr');
  const uris = [...new Set(texts.filter((text) => /^\s*otpauth(?:-migration)?:/i.test(text)))];
  const [uri, ...others] = uris;
  if (uri === undefined) return refuse('no-otp-qr');
  if (others.length > 0) return refuse('several-qr');
  const parsed = parseOtpauthUri(uri);
  if (!parsed.ok) return refuse(parsed.error);
  return parsed.key.type === 'hotp' ? refuse('hotp') : { ok: true, key: parsed.key };
}

function refuse(reason: SetUpRefusal): SetUpKey {
  return { ok: false, reason };
}
