import type { Answer } from '../border.ts';
import type { EnrolmentPhase } from '../enrol/enrolment.ts';

/** Requests for what pages show of accounts. No answer holds a secret. */
export interface AccountViewsApi {
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
}

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
  /** Those of `domains` of which every host is filled, too. */
  readonly coveredDomains: readonly string[];
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
