import type { Answer } from '../border.ts';
import type { RecoveryCode } from '../enrol/recovery-code.ts';

/** Requests about recovery codes. */
export interface RecoveryApi {
  /** Keeps the recovery codes that the page shows with an account of its site, in the place of those that are there. */
  keepRecoveryCodes(input: { readonly tabId: number; readonly accountId: string }): Promise<KeepRecoveryAnswer>;
  /** Holds them for the account that is set up next in that tab, until the vault locks or the tab is closed. */
  holdRecoveryCodes(input: { readonly tabId: number }): Promise<KeepRecoveryAnswer>;
  /** Keeps the codes of a text that the user gives with an account, beside those that are there. `added`: that were not there. */
  addRecoveryCodes(input: {
    readonly id: string;
    readonly text: string;
  }): Promise<Answer<{ readonly added: number }, 'locked' | 'no-codes-typed' | 'too-many-recovery-codes'>>;
  /** Those of an account, for the user who asks for them. */
  readRecoveryCodes(input: {
    readonly id: string;
  }): Promise<Answer<{ readonly codes: readonly RecoveryCode[] }, 'locked'>>;
  markRecoveryCode(input: RecoveryCode & { readonly id: string }): Promise<Answer<object, 'locked'>>;
  removeRecoveryCodes(input: { readonly id: string }): Promise<Answer<object, 'locked'>>;
}

type KeepRecoveryAnswer = Answer<
  { readonly kept: number },
  'locked' | 'no-access' | 'insecure-origin' | 'not-bound' | 'no-recovery-codes'
>;
