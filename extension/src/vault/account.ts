import { type AccountBindings, NOTHING_ALLOWED } from '../account-bindings.ts';
import type { OtpAlgorithm, OtpKey } from '@lifeguard/shared/otp';
import type { PoolLink } from '../pool/pool-link.ts';

/** An account as the vault keeps it. It never leaves the background. */
export interface Account extends AccountBindings {
  readonly id: string;
  readonly type: 'totp' | 'steam';
  readonly issuer: string;
  readonly account: string;
  readonly secretBase32: string;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  readonly periodInSeconds: number;
  /** What the user has called it, to find it again. */
  readonly tags: readonly string[];
  /** `staged` until the site that shows the QR code has accepted a first code. */
  readonly state: 'staged' | 'active';
  readonly createdAtInMillis: number;
  /** The pool that it was connected to without a page. */
  readonly pool?: PoolLink;
}

export interface NewAccount extends Partial<AccountBindings> {
  readonly tags?: readonly string[];
  readonly key: OtpKey;
  readonly origins: readonly string[];
  readonly state: Account['state'];
  readonly createdAtInMillis: number;
  readonly pool?: PoolLink;
}

/** @throws TypeError for a key of HOTP, which no account can hold: its counter would have to be kept in step */
export function newAccount(id: string, { key, ...rest }: NewAccount): Account {
  if (key.type === 'hotp') throw new TypeError('An account makes its codes from the time.');
  const { type, issuer, account, secretBase32, algorithm, digits, periodInSeconds } = key;
  return {
    id,
    type,
    issuer,
    account,
    secretBase32,
    algorithm,
    digits,
    periodInSeconds,
    tags: [],
    ...NOTHING_ALLOWED,
    ...rest,
  };
}

/** The key that `totpCode` takes. */
export function otpKeyOf(account: Account): OtpKey {
  const { type, issuer, account: name, secretBase32, algorithm, digits, periodInSeconds } = account;
  return { type, issuer, account: name, secretBase32, algorithm, digits, periodInSeconds, counter: 0 };
}

/** Whether two accounts are one and the same at a site: same issuer, same name, an origin in common. */
export function isSameEnrolment(one: Account, other: Account): boolean {
  return (
    one.issuer === other.issuer &&
    one.account === other.account &&
    one.origins.some((origin) => other.origins.includes(origin))
  );
}
