import { hotpCode, type OtpauthUriResult, type OtpKey, totpCode } from '@lifeguard/shared/otp';
import { hexOfBase32 } from '../hex-of-base32.ts';
import type { ExpectedKey, OtpauthVector } from './otpauth-vector.ts';

/** Why an answer to a vector is wrong, or `undefined` when it is right. Secrets and codes are never part of it. */
export function judgeOtpauthVector(vector: OtpauthVector, result: OtpauthUriResult): string | undefined {
  const { expect, alsoError = [], mayError = [], mayAccept = false } = vector;
  const allowedErrors = [...alsoError, ...(typeof mayError === 'string' ? [mayError] : mayError)];
  if ('error' in expect) {
    const kinds = [expect.error, ...allowedErrors];
    if (result.ok) return mayAccept ? undefined : `accepted, must be refused as ${kinds.join(' or ')}`;
    return kinds.includes(result.error) ? undefined : `refused as ${result.error}, must be ${kinds.join(' or ')}`;
  }
  if (!result.ok) return allowedErrors.includes(result.error) ? undefined : `refused as ${result.error}`;
  return wrongField(vector, expect, result.key) ?? wrongCode(expect, result.key);
}

function wrongField({ alt = {} }: OtpauthVector, expect: ExpectedKey, key: OtpKey): string | undefined {
  const parsed = { ...key, period: key.periodInSeconds, secretHex: hexOfBase32(key.secretBase32) };
  for (const [field, value] of Object.entries(parsed)) {
    const expected: unknown = expect[field as keyof ExpectedKey];
    if (expected === undefined || expected === value || (alt[field] ?? []).includes(value)) continue;
    if (field.startsWith('secret')) return `${field} differs`;
    return `${field} is ${JSON.stringify(value)}, must be ${JSON.stringify(expected)}`;
  }
  return undefined;
}

function wrongCode({ codes = {}, codesByCounter = {} }: ExpectedKey, key: OtpKey): string | undefined {
  // An allowed other number of digits shows the end of the same number: RFC 4226 section 5.3.
  const shown = (code: string): string => code.slice(-key.digits);
  for (const [unixSeconds, code] of Object.entries(codes)) {
    if (totpCode(key, Number(unixSeconds) * 1000).code !== shown(code)) return `the code at ${unixSeconds} s differs`;
  }
  for (const [counter, code] of Object.entries(codesByCounter)) {
    if (hotpCode(key, Number(counter)) !== shown(code)) return `the code of counter ${counter} differs`;
  }
  return undefined;
}
