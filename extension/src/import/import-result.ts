import type { OtpKey } from '@lifeguard/shared/otp';
import type { AccountBindings, FormerCover } from '../account-bindings.ts';
import type { PoolLink } from '../pool/pool-link.ts';
import type { AccountNames } from '../account-name.ts';
import type { FormerKey } from '../enrol/former-key.ts';
import type { RecoveryCode } from '../enrol/recovery-code.ts';

/** Why nothing of a file can be read. */
export type ImportError =
  | 'empty'
  | 'corrupt'
  | 'unknown-format'
  | 'unsupported-version'
  | 'unsupported-encryption'
  | 'password-required'
  | 'wrong-password'
  | 'kdf-too-costly'
  | 'unknown-encoding'
  | 'no-otp-data';

/** Why one entry can't be taken. `wrong-password` and `missing-key`: its key is another than that of the rest. */
export type RejectReason =
  | 'unsupported-type'
  | 'bad-algorithm'
  | 'bad-secret'
  | 'missing-secret'
  | 'bad-digits'
  | 'bad-period'
  | 'bad-counter'
  | 'not-otpauth'
  | 'not-an-entry'
  | 'wrong-password'
  | 'missing-key';

/** An entry that can be taken. */
export interface ImportedEntry {
  readonly key: OtpKey;
  /** Whether the other app had it in its trash. */
  readonly trashed: boolean;
  /** Where its codes may go, when a backup of our own says so. */
  readonly bindings?: ImportedBindings;
  /** The words that the user has given it there. */
  readonly tags?: readonly string[];
  /** The pool that it is connected to, when a backup of our own says so. */
  readonly pool?: PoolLink;
  /** What its site calls it, when a backup of our own says so. */
  readonly foundAs?: AccountNames;
  readonly recoveryCodes?: readonly RecoveryCode[];
  /** The keys before this one, when a backup of our own has them. */
  readonly formerKeys?: readonly FormerKey[];
  /** When a backup of our own says that the site has not accepted it yet. */
  readonly state?: 'staged';
}

/** As a backup of any version has them. */
export type ImportedBindings = Omit<AccountBindings, 'coveredDomains'> &
  Partial<Pick<AccountBindings, 'coveredDomains'>> &
  FormerCover;

/** An entry that can't be taken, and where it stands. */
export interface RejectedEntry {
  readonly reason: RejectReason;
  /** Issuer and account as far as they are known, for people; never a part of the secret. */
  readonly name: string;
  /** The place in the file's own list, from 0; what holds no code is counted too. */
  readonly index?: number;
  /** The line of a text, from 1. */
  readonly line?: number;
}

/** An export of Google Authenticator over several QR codes; places count from 0. */
export interface ImportBatch {
  readonly id: number;
  readonly size: number;
  readonly present: readonly number[];
  readonly missing: readonly number[];
}

/** What a file holds. */
export interface ImportedExport {
  /** In the order of the file. */
  readonly entries: readonly ImportedEntry[];
  readonly rejected: readonly RejectedEntry[];
  /** How many items hold no one-time code: notes, cards, logins without one. */
  readonly skipped: number;
  readonly batches: readonly ImportBatch[];
}

/** What an item of a file turned out to be. */
export type EntryResult =
  | { readonly kind: 'entry'; readonly entry: ImportedEntry }
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly name: string }
  | { readonly kind: 'no-code' };

/** An item without a one-time code: neither accepted nor rejected. */
export const NO_CODE: EntryResult = { kind: 'no-code' };

/** What is listed as rejected; `name` is for people and holds nothing of the secret. */
export function rejected(reason: RejectReason, name: string): EntryResult {
  return { kind: 'rejected', reason, name };
}
