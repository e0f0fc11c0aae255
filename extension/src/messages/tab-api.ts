import type { AccountNames, ChosenNames } from '../account-name.ts';
import type { Answer } from '../border.ts';
import type { SetUpRefusal } from '../enrol/choose-setup-key.ts';
import type { NoFieldReason } from '../fill/choose-code-field.ts';
import type { FillRefusal } from '../fill/decide-fill.ts';
import type { PageExplanation } from '../fill/explain-page.ts';
import type { FillFailure, FillStep } from '../fill/ladder.ts';
import type { LookAlike } from '../site/look-alike.ts';

/** Requests about the page that a tab shows. */
export interface TabApi {
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
  pickField(input: { readonly tabId: number }): Promise<Answer<object, 'locked' | 'no-access' | 'not-bound' | 'gone'>>;
  /** `names`: what the user calls the account, in place of what the page calls it. */
  setUpHere(input: { readonly tabId: number; readonly names?: ChosenNames }): Promise<SetUpAnswer>;
  /** Sends the form of an enrolment, whose first code is in, as its own button would. */
  sendEnrolment(input: { readonly tabId: number }): Promise<Answer<object, 'gone' | 'no-access'>>;
  /** Keeps for the options page why the code field of a tab was found, or was not. */
  explainPage(input: { readonly tabId: number }): Promise<void>;
  /** The newest of them. */
  lastExplanation(): Promise<PageExplanation | undefined>;
}

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

export type NameRefusal = 'no-issuer' | 'no-name';

export type SetUpAnswer = Answer<
  { readonly id: string; readonly filled: boolean },
  'locked' | 'no-access' | 'insecure-origin' | 'gone' | 'cancelled' | NameRefusal | SetUpRefusal
>;
