import { portsOverBorder } from './border.ts';
import type { LimitRequest, StoredMfaSettings } from '@lifeguard/shared/mfa';

/** What sends and checks are kept apart by: a code of one purpose is worth nothing for another. */
export type CodePurpose =
  | 'sign-in'
  | 'enrolment'
  | 'attribute-verification'
  | 'email-verification'
  | 'sign-up'
  | 'password-reset'
  /** Of the text that has a new user's password in it: a text is sent with a code, and nobody can answer with this one. */
  | 'invitation'
  /** Of one session of the Cognito API: each sign-in there has a code of its own. */
  | `session:${string}`;

/** Required actions in which a user sets up a factor: Keycloak's for authenticators, and ours for a phone number. */
export type SetUpAction = 'CONFIGURE_TOTP' | 'lifeguard-phone-number';

/** What guesses are counted by, for one user. */
type AttemptSubject = { readonly purpose: CodePurpose | 'software-token'; readonly id: string };

/** A cap on how many texts go out in an hour: for one user, to one number, from one address, in the whole pool. */
export type SpendCap = 'user-cap' | 'number-cap' | 'address-cap' | 'pool-cap';

/** A text that is to be paid for. Money is in millionths of a dollar, days are in UTC. */
export interface SpendOrder {
  readonly day: string;
  readonly country: string | null;
  readonly phoneNumber: string;
  /** What stands for whoever asks for the text. */
  readonly address: string;
  readonly priceInMicroUsd: number;
  readonly monthlyLimitInMicroUsd: number;
  readonly reservedAtInMillis: number;
  /** From when on texts count for the caps; a cap of 0 is none. */
  readonly countedSinceInMillis: number;
  readonly caps: Readonly<Record<SpendCap, number>>;
}

type SpendReservation = {
  /** The highest threshold of this month and limit that somebody was told of, in percent. */
  readonly toldInPercent: number;
} & (
  | { readonly ok: true; readonly id: string; readonly spentInMicroUsd: number }
  | { readonly ok: false; readonly reason: 'monthly-limit' | SpendCap }
);

/** How many texts of one outcome went to one country on one day. */
export interface SpendTally {
  readonly day: string;
  readonly country: string;
  /** `accepted`, `unanswered`, what receipts said (`delivered`, `undelivered`), or why texts were refused. */
  readonly outcome: string;
  readonly texts: number;
  readonly costInMicroUsd: number;
}

/** A live or expired code as the core may see it: everything but the code. */
export interface StoredCode {
  readonly id: string;
  readonly destination: string;
  readonly sentAtInMillis: number;
  readonly validityInSeconds: number;
}

export interface PortUser extends StoredMfaSettings {
  /** As it is stored, well-formed or not; absent when it is empty. */
  readonly phoneNumber?: string;
  readonly phoneNumberVerified?: boolean;
  /** Verified software tokens, which are Keycloak's `otp` credentials. */
  readonly softwareTokens: number;
}

/** An authenticator, as its user knows it. */
export interface PortSoftwareToken {
  readonly id: string;
  readonly label: string;
}

/**
 * Everything that the core can ask of Keycloak, for the realm and the user of the request. A port does one thing and holds
 * no rule; one that can't do it throws, and the request is denied. Codes, seeds, hashes and tokens stay on the other side.
 */
export interface Ports {
  /** Milliseconds since the epoch. */
  now(): number;
  /** The realm's attributes whose names begin with `lifeguard.`. */
  poolAttributes(): Readonly<Record<string, string>>;
  user(): PortUser;
  /** Whether brute-force detection locks the user out at this moment, or the user is disabled. */
  isLocked(): boolean;

  findCode(input: { readonly purpose: CodePurpose }): StoredCode | null;
  /** Makes and stores a random code; false when another request holds or makes one. Exactly one caller gets true. */
  issueCode(input: {
    readonly purpose: CodePurpose;
    readonly digits: number;
    readonly destination: string;
    readonly sentAtInMillis: number;
    readonly validityInSeconds: number;
  }): boolean;
  /**
   * Sends the stored code in place of `{####}`. `unknown`: the gateway may or may not have taken it.
   * @param input `id`: of the reservation; gateways know a repetition by it. `maxPriceInMicroUsd`: -1 for none
   */
  sendCode(input: {
    readonly purpose: CodePurpose;
    readonly message: string;
    readonly id: string;
    readonly maxPriceInMicroUsd: number;
  }): 'accepted' | 'refused' | 'unknown';
  /** Removes the code with that id; true for exactly one caller. */
  discardCode(input: { readonly purpose: CodePurpose; readonly id: string }): boolean;
  /** Compares in constant time and removes nothing: for what has to be known before a right code is used up. */
  isRightCode(input: { readonly purpose: CodePurpose; readonly id: string; readonly code: string }): boolean;
  /** Compares in constant time and removes the code if it is right; true for exactly one caller. */
  consumeCode(input: { readonly purpose: CodePurpose; readonly id: string; readonly code: string }): boolean;

  /** ISO 3166-1 alpha-2 of a number in E.164; null for numbers of no country. */
  countryOf(input: { readonly phoneNumber: string }): string | null;
  /** The IP address that the request comes from. */
  clientAddress(): string;
  /**
   * Takes the price from what is left of the month, in a transaction of its own, unless the limit or a cap would be passed. Exact
   * among all nodes.
   */
  reserveSpend(input: SpendOrder): SpendReservation;
  /** Keeps a reservation, or gives it back when the gateway has refused the text. */
  settleSpend(input: { readonly id: string; readonly outcome: 'accepted' | 'refused' | 'unknown' }): void;
  /** Counts a text that was not sent, for the operator's reports. */
  countRefusal(input: { readonly day: string; readonly country: string | null; readonly reason: string }): void;
  /** Tells the operator that the month has reached a share of its limit; once for each share of each limit, whoever asks. */
  tellThreshold(input: {
    readonly day: string;
    readonly percent: number;
    readonly spentInMicroUsd: number;
    readonly monthlyLimitInMicroUsd: number;
  }): void;

  /** What a month has cost, with what is reserved; the tallies are without. */
  spendOf(input: { readonly month: string }): {
    readonly spentInMicroUsd: number;
    readonly tallies: readonly SpendTally[];
  };
  /** The open ones, then the decided ones, each the newest first; 200 at most. */
  limitRequests(): readonly LimitRequest[];
  addLimitRequest(
    input: Pick<LimitRequest, 'amountInMicroUsd' | 'reason' | 'requestedBy' | 'requestedAtInMillis'>,
  ): LimitRequest;
  /** Decides an open request of this realm; null for exactly all but the first caller. */
  decideLimitRequest(
    input: Required<Pick<LimitRequest, 'id' | 'decidedBy' | 'decidedAtInMillis'>> & {
      readonly state: 'approved' | 'denied';
    },
  ): LimitRequest | null;

  /** Takes one of `limit` numbered places before a guess is looked at: 1 to `limit`, or 0 when all are taken. Atomic in a cluster. */
  takeAttempt(input: AttemptSubject & { readonly limit: number; readonly lifeInSeconds: number }): number;
  /** Gives a place back after the right answer. */
  releaseAttempt(input: AttemptSubject & { readonly place: number }): void;

  /** Keycloak's own check of a TOTP code, with its window and its replay protection. Without an id every token is tried. */
  checkSoftwareToken(input: { readonly code: string; readonly credentialId?: string }): boolean;
  softwareTokens(): readonly PortSoftwareToken[];
  /** False when the user has no token with that id. */
  removeSoftwareToken(input: { readonly id: string }): boolean;

  /** Marks the phone number as verified; false when the user's store can't be written. */
  setPhoneNumberVerified(): boolean;
  /** Stores a number; false when the user's store can't be written. */
  setPhoneNumber(input: { readonly phoneNumber: string; readonly verified: boolean }): boolean;
  /** Removes number and verification; false when the user's store can't be written. */
  removePhoneNumber(): boolean;
  /** Replaces the settings, absent ones are removed; false when the user's store can't be written. */
  setMfaSettings(input: StoredMfaSettings): boolean;
  /** Lists the SMS factor with that label among the user's in the consoles, or takes it off the list. */
  listPhoneFactor(input: { readonly label: string | null }): void;
  /** Asks for a required action in this sign-in; false when the realm does not have it enabled. */
  requireAction(input: { readonly action: SetUpAction }): boolean;

  /** The host under which users see the pages, without a port. */
  host(): string;

  /** Sets these attributes of the realm and leaves all others. */
  setPoolAttributes(input: { readonly attributes: Readonly<Record<string, string>> }): void;
}

/** Every one of {@link Ports}. */
export const PORTS: Readonly<Record<keyof Ports, true>> = {
  now: true,
  poolAttributes: true,
  user: true,
  isLocked: true,
  findCode: true,
  issueCode: true,
  sendCode: true,
  discardCode: true,
  isRightCode: true,
  consumeCode: true,
  countryOf: true,
  clientAddress: true,
  reserveSpend: true,
  settleSpend: true,
  countRefusal: true,
  tellThreshold: true,
  spendOf: true,
  limitRequests: true,
  addLimitRequest: true,
  decideLimitRequest: true,
  takeAttempt: true,
  releaseAttempt: true,
  checkSoftwareToken: true,
  softwareTokens: true,
  removeSoftwareToken: true,
  setPhoneNumberVerified: true,
  setPhoneNumber: true,
  removePhoneNumber: true,
  setMfaSettings: true,
  listPhoneFactor: true,
  requireAction: true,
  host: true,
  setPoolAttributes: true,
};

/** {@link Ports} over the border. */
export const portsOf = portsOverBorder<Ports>(PORTS);
