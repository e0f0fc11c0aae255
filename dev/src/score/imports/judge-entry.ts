import { hotpCode, type OtpKey, totpCode } from '@lifeguard/shared/otp';
import { hexOfBase32 } from '../hex-of-base32.ts';
import type { ExpectedEntry } from './import-case.ts';

/** The values that a field may have instead. */
type Alternatives = Readonly<Record<string, readonly unknown[]>>;

/** Why a key is not the expected one; never a part of its secret. */
export function judgeEntry(
  expected: ExpectedEntry,
  key: OtpKey,
  { alternatives = {}, codeTimeInSeconds }: { alternatives?: Alternatives | undefined; codeTimeInSeconds: number },
): string | undefined {
  const { secretHex, code, period, counter, ...plain } = expected;
  const actual: Readonly<Record<string, unknown>> = { ...key, period: key.periodInSeconds };
  const moving = plain.type === 'hotp' ? { counter } : { period };
  const fields: Readonly<Record<string, unknown>> = { ...plain, ...moving };
  const differing = ['issuer', 'account', 'type', 'algorithm', 'digits', 'period', 'counter'].find(
    (field) =>
      fields[field] !== undefined &&
      actual[field] !== fields[field] &&
      alternatives[field]?.includes(actual[field]) !== true,
  );
  if (differing !== undefined) return `its ${differing} is ${JSON.stringify(actual[differing])}`;
  if (hexOfBase32(key.secretBase32) !== secretHex) return 'its secret differs';
  const isAlternative = Object.keys(alternatives).some((field) => fields[field] !== actual[field]);
  if (!isAlternative && codeOf(key, codeTimeInSeconds) !== code) return 'its code differs';
  return undefined;
}

function codeOf(key: OtpKey, codeTimeInSeconds: number): string {
  return key.type === 'hotp' ? hotpCode(key, key.counter) : totpCode(key, codeTimeInSeconds * 1000).code;
}
