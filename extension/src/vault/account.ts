import { type AccountBindings, NOTHING_ALLOWED } from '../account-bindings.ts';
import type { AccountNames } from '../account-name.ts';
import type { FormerKey } from '../enrol/former-key.ts';
import type { RecoveryCode } from '../enrol/recovery-code.ts';
import type { OtpAlgorithm, OtpKey } from '@lifeguard/shared/otp';
import { isSamePoolUser, type PoolLink } from '../pool/pool-link.ts';

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
  /** What its site calls it, by which an enrolment anew is known for one; `issuer` and `account` are what the user calls it. */
  readonly foundAs?: AccountNames;
  /** What the user has called it, to find it again. */
  readonly tags: readonly string[];
  /** What the site has handed out for the day without an authenticator, and the user has kept. */
  readonly recoveryCodes: readonly RecoveryCode[];
  /** `staged` until the site that shows the QR code has accepted a first code. */
  readonly state: 'staged' | 'active';
  readonly createdAtInMillis: number;
  /**
   * Those before the key of now, the newest first. Nobody can see for certain what a site has accepted, so the user may turn back to
   * them.
   */
  readonly formerKeys: readonly FormerKey[];
  /** The pool that it was connected to without a page. */
  readonly pool?: PoolLink;
}

export interface NewAccount extends Partial<AccountBindings> {
  readonly tags?: readonly string[];
  readonly recoveryCodes?: readonly RecoveryCode[];
  readonly formerKeys?: readonly FormerKey[];
  readonly foundAs?: AccountNames;
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
    recoveryCodes: [],
    formerKeys: [],
    ...NOTHING_ALLOWED,
    ...rest,
  };
}

/** The key that `totpCode` takes. */
export function otpKeyOf(account: Account): OtpKey {
  const { type, issuer, account: name, secretBase32, algorithm, digits, periodInSeconds } = account;
  return { type, issuer, account: name, secretBase32, algorithm, digits, periodInSeconds, counter: 0 };
}

/** What its site calls an account, as far as that is known. */
export function namesAtSite({ foundAs, issuer, account }: Account): AccountNames {
  return foundAs ?? { issuer, account };
}

/**
 * Whether two accounts are one and the same at a site: the site's names for them, and an origin in common. Two without the name of
 * a person may be those of two people. Of one that was connected to a pool its user there counts, whatever they are called: two realms
 * of a server may look alike.
 */
export function isSameEnrolment(one: Account, other: Account): boolean {
  if (one.pool !== undefined || other.pool !== undefined) return isSamePoolUser(one.pool, other.pool);
  const names = namesAtSite(one);
  return names.account !== '' && isSameNames(names, namesAtSite(other)) && isAtSameSite(one, other);
}

/** Whether two accounts are of the same key at a site, whatever they are called. */
export function isSameKeyAtSite(one: Account, other: Account): boolean {
  return one.secretBase32 === other.secretBase32 && isAtSameSite(one, other);
}

function isAtSameSite(one: Account, other: Account): boolean {
  return one.origins.some((origin) => other.origins.includes(origin));
}

export function isSameNames(one: AccountNames, other: AccountNames): boolean {
  return one.issuer === other.issuer && one.account === other.account;
}
