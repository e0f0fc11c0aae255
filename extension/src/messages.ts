import type { OtpauthUriError } from '@lifeguard/shared/otp';
import type { AccountNames } from './account-name.ts';
import type { Answer } from './border.ts';
import type { EnrolmentPhase } from './enrol/enrolment.ts';
import type { RecoveryCode } from './enrol/recovery-code.ts';
import type { SetUpRefusal } from './enrol/choose-setup-key.ts';
import type { NoFieldReason } from './fill/choose-code-field.ts';
import type { FillRefusal } from './fill/decide-fill.ts';
import type { PageExplanation } from './fill/explain-page.ts';
import type { FillFailure, FillStep } from './fill/ladder.ts';
import type { ImportBatch, ImportedExport, RejectedEntry } from './import/import-result.ts';
import type { ManagedPolicy } from './managed-policy.ts';
import type { AddedPasskey, NewPasskey } from './passkey/passkey.ts';
import type { PasswordKeyParameters } from './password-key/parameters.ts';
import type { PoolDescription } from './pool/pool-api.ts';
import type { PoolRefusal } from './pool/pool-refused.ts';
import type { Settings } from './settings.ts';
import type { LookAlike } from './site/look-alike.ts';

/** What the extension's own pages may ask of the background, by name. Everything else is refused unread. */
export interface PageApi {
  vaultStatus(): Promise<VaultStatus>;
  createVault(key: PasswordKey): Promise<CreateAnswer>;
  changePassword(input: {
    readonly passwordKeyBase64: string;
    readonly next: PasswordKey;
  }): Promise<ChangePasswordAnswer>;
  /** Whether this is the password, for a page that is about to begin something with it. */
  checkPassword(input: { readonly passwordKeyBase64: string }): Promise<Answer<object, 'locked' | 'wrong-password'>>;
  unlockVault(key: { readonly passwordKeyBase64: string }): Promise<UnlockAnswer>;
  unlockWithPasskey(key: { readonly passkeyKeyBase64: string }): Promise<PasskeyUnlockAnswer>;
  /** Lets a passkey open the vault, in the place of one that did. */
  addPasskey(input: { readonly passwordKeyBase64: string; readonly passkey: NewPasskey }): Promise<AddPasskeyAnswer>;
  removePasskey(): Promise<Answer<object, 'locked'>>;
  lockVault(): Promise<void>;

  /** Those of `ids`, in that order, or all of them; `total`: how many there are. */
  listAccounts(input?: {
    readonly ids: readonly string[];
  }): Promise<Answer<{ readonly accounts: readonly AccountDescription[]; readonly total: number }, 'locked'>>;
  /** The accounts that fit all words of a query and have the tag, those used of late first, and no more than `limit` of them. */
  findAccounts(input: AccountQuery): Promise<Answer<FoundAccounts, 'locked'>>;
  /** The codes of this moment and the next, by account id. */
  readCodes(input: {
    readonly ids: readonly string[];
  }): Promise<Answer<{ readonly codes: Readonly<Record<string, FinishedCode>> }, 'locked'>>;
  addAccountByUri(input: { readonly uri: string }): Promise<AddAnswer>;
  addAccountByHand(input: AccountByHand): Promise<AddAnswer>;
  editAccount(
    input: AccountNames & { readonly id: string; readonly tags: readonly string[] },
  ): Promise<Answer<object, 'locked'>>;
  /** The user has taken a code by hand. */
  noteUse(input: { readonly id: string }): Promise<void>;
  removeAccount(input: { readonly id: string }): Promise<Answer<object, 'locked'>>;
  /** Makes a staged account active without the site's word. */
  keepAccount(input: { readonly id: string }): Promise<Answer<object, 'locked'>>;
  /** Takes a former key of an account into use again. */
  useFormerKey(input: { readonly id: string; readonly replacedAtInMillis: number }): Promise<Answer<object, 'locked'>>;
  bindOrigin(input: BoundOrigin): Promise<Answer<object, 'locked' | 'insecure-origin'>>;
  unbindOrigin(input: BoundOrigin): Promise<Answer<object, 'locked'>>;
  /** Whether every host of the account's registrable domains is filled, too. */
  coverDomains(input: { readonly id: string; readonly covers: boolean }): Promise<Answer<object, 'locked'>>;
  /** Forgets the field that the user has named at an origin. */
  forgetField(input: BoundOrigin): Promise<Answer<object, 'locked'>>;
  /** Lets a frame of a bound origin be filled within pages of another one. */
  allowFrame(input: BoundOrigin & { readonly within: string }): Promise<Answer<object, 'locked' | 'insecure-origin'>>;
  /** Whether the form of a site is sent once the code is in. */
  submitAt(input: BoundOrigin & { readonly submits: boolean }): Promise<Answer<object, 'locked'>>;

  /** What an import would do. Nothing is written. */
  previewImport(input: {
    readonly imported: ImportedExport;
  }): Promise<Answer<{ readonly preview: ImportDescription }, 'locked'>>;
  /**
   * Adds what the preview calls accepted, and recovery codes to accounts that have none, all or nothing. A backup of
   * Lifeguard's own then counts as one that was tried.
   */
  importAccounts(input: {
    readonly imported: ImportedExport;
    readonly isBackup?: boolean;
  }): Promise<Answer<{ readonly added: number; readonly restored: number }, 'locked'>>;
  /** Takes back what the newest import has brought, as long as the browser runs. `stripped`: of recovery codes. */
  undoImport(): Promise<Answer<{ readonly removed: number; readonly stripped: number }, 'locked'>>;

  /** The newest backup, and whether it was tried. */
  backupStatus(): Promise<Answer<BackupStatus, 'locked'>>;
  /** Seals every account with `backup`, the key of a password with parameters of its own. The text of a file. */
  saveBackup(input: {
    readonly passwordKeyBase64: string;
    readonly backup: PasswordKey;
  }): Promise<Answer<{ readonly file: string }, 'locked' | 'wrong-password' | 'bad-parameters' | 'not-allowed'>>;
  /** Compares what was read from a backup with the vault. Nothing is written but that all was there. */
  tryBackup(input: {
    readonly imported: ImportedExport;
  }): Promise<Answer<{ readonly held: number; readonly missing: readonly AccountNames[] }, 'locked'>>;
  /** The reminder of a backup comes back later. */
  putBackupOff(): Promise<void>;
  /** Every account with its secret, in a form that other apps read. */
  exportAccounts(input: {
    readonly passwordKeyBase64: string;
    readonly form: ExportForm;
  }): Promise<Answer<ExportedTexts, 'locked' | 'wrong-password' | 'not-allowed'>>;

  /**
   * Signs the user in at a pool and makes Lifeguard the authenticator there. The organisation's pool comes before the address.
   * @param address of any page of the realm
   */
  connectPool(input: { readonly address: string }): Promise<ConnectAnswer>;
  /** Turns the factor of a connected account off at its pool, and then removes the account. */
  disconnectPool(input: { readonly id: string; readonly passwordKeyBase64: string }): Promise<DisconnectAnswer>;

  readPage(input: { readonly tabId: number }): Promise<PageDescription>;
  /**
   * How far the clock of the page's site is ahead of this device's, in milliseconds, when an account is bound to it; 0 for too little to
   * matter, or unknown. Asks the site.
   */
  siteClock(input: { readonly tabId: number }): Promise<number>;
  fillCode(input: { readonly tabId: number; readonly accountId: string }): Promise<FillAnswer>;
  /** Ends what the tab waits for, whoever has begun it. */
  cancelWait(input: { readonly tabId: number }): Promise<void>;
  /** Lets the user name the code field of the page by a click, for the next time and all after it. */
  pickField(input: { readonly tabId: number }): Promise<Answer<object, 'locked' | 'no-access' | 'not-bound'>>;
  /** `names`: what the user calls the account, in place of what the page calls it. */
  setUpHere(input: { readonly tabId: number; readonly names?: AccountNames }): Promise<SetUpAnswer>;
  /** Sends the form of an enrolment, whose first code is in, as its own button would. */
  sendEnrolment(input: { readonly tabId: number }): Promise<Answer<object, 'gone' | 'no-access'>>;

  /** Keeps the recovery codes that the page shows with an account of its site, in the place of those that are there. */
  keepRecoveryCodes(input: { readonly tabId: number; readonly accountId: string }): Promise<KeepRecoveryAnswer>;
  /** Holds them for the account that is set up next in that tab, until the vault locks or the tab is closed. */
  holdRecoveryCodes(input: { readonly tabId: number }): Promise<KeepRecoveryAnswer>;
  /** Those of an account, for the user who asks for them. */
  readRecoveryCodes(input: {
    readonly id: string;
  }): Promise<Answer<{ readonly codes: readonly RecoveryCode[] }, 'locked'>>;
  markRecoveryCode(input: RecoveryCode & { readonly id: string }): Promise<Answer<object, 'locked'>>;
  removeRecoveryCodes(input: { readonly id: string }): Promise<Answer<object, 'locked'>>;

  /** Keeps for the options page why the code field of a tab was found, or was not. */
  explainPage(input: { readonly tabId: number }): Promise<void>;
  /** The newest of them. */
  lastExplanation(): Promise<PageExplanation | undefined>;

  /** Whether codes are offered at the field of an origin. */
  isInlineAt(input: { readonly origin: string }): Promise<boolean>;
  /** The origins where codes are offered at the field. */
  inlineSites(): Promise<readonly string[]>;
  /** Offers them from the moment on in which the browser grants access to the host. */
  offerInlineAt(input: { readonly origin: string }): Promise<void>;
  stopInlineAt(input: { readonly origin: string }): Promise<void>;

  readSettings(): Promise<Settings>;
  /** What the organisation has laid down. */
  readPolicy(): Promise<ManagedPolicy>;
  changeSettings(settings: Settings): Promise<Answer<object, 'locked'>>;
}

export type VaultStatus =
  | { readonly state: 'absent' | 'corrupt' | 'newer-format' }
  | {
      readonly state: 'locked' | 'unlocked';
      readonly passwordKey: PasswordKeyParameters;
      readonly passkey: AddedPasskey | undefined;
    };

export interface PasswordKey {
  readonly passwordKeyBase64: string;
  readonly parameters: PasswordKeyParameters;
}

export type CreateAnswer = Answer<object, 'vault-exists' | 'bad-parameters'>;

export type ChangePasswordAnswer = Answer<object, 'locked' | 'wrong-password' | 'bad-parameters'>;

export type AddPasskeyAnswer = Answer<object, 'locked' | 'wrong-password' | 'bad-passkey'>;

/** `previous` when the newest copy was damaged and the one before it was put in its place. */
type OpenedCopy = { readonly copy: 'current' | 'previous' };
type UnopenedVault = 'absent' | 'corrupt' | 'newer-format';

export type UnlockAnswer = Answer<OpenedCopy, 'wrong-password' | UnopenedVault>;

/** `wrong-passkey` also when the vault has none; `bad-passkey`: what was sent is no key. */
export type PasskeyUnlockAnswer = Answer<OpenedCopy, 'wrong-passkey' | 'bad-passkey' | UnopenedVault>;

/** An account without its secret: all that a page ever sees of one. */
export interface AccountDescription {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly digits: number;
  readonly periodInSeconds: number;
  readonly origins: readonly string[];
  /** The registrable domains of those origins that have one. */
  readonly domains: readonly string[];
  readonly coversDomains: boolean;
  readonly submitsAt: readonly string[];
  /** The origins at which the user has named the code field. */
  readonly fieldsAt: readonly string[];
  readonly tags: readonly string[];
  /** The issuer of the pool that it is connected to. */
  readonly pool: string | undefined;
  /** How many recovery codes are kept with it. */
  readonly recoveryCodes: number;
  /** Until when it had other keys, which are kept: in milliseconds since 1970, the newest first. */
  readonly keysReplacedAtInMillis: readonly number[];
  /** `undefined` for never. */
  readonly lastUsedAtInMillis: number | undefined;
  readonly state: 'staged' | 'active';
  /** How far the enrolment of a staged account has come, while the browser runs. */
  readonly enrolment: EnrolmentPhase | undefined;
}

export interface AccountQuery {
  readonly query: string;
  readonly tag?: string | undefined;
  /** Ids of accounts that are not asked for. */
  readonly without?: readonly string[];
  readonly limit: number;
}

export interface FoundAccounts {
  readonly accounts: readonly AccountDescription[];
  /** How many fit, without a limit. */
  readonly found: number;
  /** Every tag of any account, in the order of the alphabet. */
  readonly tags: readonly string[];
}

export interface FinishedCode {
  readonly code: string;
  /** The one after it. */
  readonly nextCode: string;
  readonly validUntilInMillis: number;
  /** Whether a page has got it; another page gets the next one. */
  readonly isSpent: boolean;
}

/** What stands in the fields of a form. */
export interface AccountByHand extends AccountNames {
  readonly secret: string;
  readonly algorithm: string;
  readonly digits: string;
  readonly periodInSeconds: string;
}

interface BoundOrigin {
  readonly id: string;
  readonly origin: string;
}

type NameRefusal = 'no-issuer' | 'no-name';

export type AddAnswer = Answer<
  { readonly id: string },
  'locked' | 'hotp' | 'no-name' | 'already-there' | OtpauthUriError
>;

/** An import without the secrets. */
export interface ImportDescription {
  /** `origins`: the sites where they will be filled. */
  readonly accepted: readonly (AccountNames & { readonly origins: readonly string[] })[];
  /** `heldBy`: where the same entry is already. `bringsCodes`: whether the account in the vault gets its recovery codes. */
  readonly duplicates: readonly (AccountNames & {
    readonly heldBy: 'vault' | 'file';
    readonly bringsCodes: boolean;
  })[];
  readonly rejected: readonly RejectedEntry[];
  /** How many items hold no one-time code. */
  readonly skipped: number;
  readonly batches: readonly ImportBatch[];
}

export interface BackupStatus {
  readonly savedAtInMillis: number | undefined;
  /** When the accounts of the vault were all read back from a backup. */
  readonly triedAtInMillis: number | undefined;
  /** How many accounts of the vault are not in the newest backup. */
  readonly newer: number;
  /** Whether the user should be reminded of it now. */
  readonly isDue: boolean;
}

/** `otpauth`: a setup link a line. `migration`: the QR codes of Google Authenticator. */
export type ExportForm = 'otpauth' | 'migration';

export interface ExportedTexts {
  /** The lines of a file, or the texts of QR codes. */
  readonly texts: readonly string[];
  /** What this form can't hold. */
  readonly left: readonly AccountNames[];
}

/** A refusal of a pool, with the pool's own words where it has some. */
type PoolRefused<Reason> = { readonly ok: false; readonly reason: Reason; readonly detail?: string };

export type ConnectAnswer =
  | {
      readonly ok: true;
      readonly id: string;
      readonly pool: PoolDescription;
      /** Whether the pool asks for these codes before others from now on. */
      readonly isPreferred: boolean;
    }
  | PoolRefused<'locked' | PoolRefusal>;

export type DisconnectAnswer =
  | { readonly ok: true }
  | PoolRefused<'locked' | 'wrong-password' | 'no-account' | PoolRefusal>;

export interface PageDescription {
  /** Where the tab is, if a code may ever be given to it. */
  readonly origin: string | undefined;
  /** `totp`: there is a field to fill. */
  readonly codeField: 'totp' | NoFieldReason;
  /** Where that field is: the origin of its own document, which may be a frame of another site. */
  readonly fieldOrigin: string | undefined;
  /** The accounts that may be filled at that origin, the one that the page shows first. */
  readonly accountIds: readonly string[];
  /** The origins of frames that the extension may not see yet. */
  readonly unseenOrigins: readonly string[];
  /** A site of the vault that this one looks like. */
  readonly lookAlike: LookAlike | undefined;
  /** Why the keyboard command has just filled nothing. */
  readonly failed: FillFailure | FillRefusal | undefined;
  /** For which account the page waits for the next code, and until when by the clock of this computer. */
  readonly wait: { readonly accountId: string; readonly untilInMillis: number } | undefined;
  /** Whether the site has just accepted an account in this tab; said once. */
  readonly isAccepted: boolean;
  /** What the QR code of the page would set up; `undefined` when it shows none. */
  readonly setUp: Answer<OfferedSetUp, SetUpRefusal> | undefined;
  readonly recovery: ShownRecoveryCodes | undefined;
}

/** Recovery codes that a page shows and that are not kept yet; they themselves stay in the background. */
interface ShownRecoveryCodes {
  readonly count: number;
  /** The accounts of the site, the likeliest first. */
  readonly accountIds: readonly string[];
}

/** The names that an enrolment begins with; the empty text where neither the page nor the vault has one. */
interface OfferedSetUp extends AccountNames {
  /** The account that it would renew. */
  readonly renews: string | undefined;
}

export type FillAnswer = Answer<
  { readonly by: FillStep },
  'locked' | 'no-account' | 'cancelled' | FillFailure | FillRefusal
>;

export type SetUpAnswer = Answer<
  { readonly id: string; readonly filled: boolean },
  'locked' | 'no-access' | 'insecure-origin' | 'gone' | 'cancelled' | NameRefusal | SetUpRefusal
>;

type KeepRecoveryAnswer = Answer<
  { readonly kept: number },
  'locked' | 'no-access' | 'insecure-origin' | 'not-bound' | 'no-recovery-codes'
>;
