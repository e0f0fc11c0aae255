import type { MfaFactor } from '@lifeguard/shared/mfa';
import type { FactorPassed } from './factor-passed.ts';
import type { Refusal } from '../refusal.ts';
import type { SetUpStep } from '../set-up/go-on-to-set-up.ts';
import type { RESEND, SmsNote } from '../sms/sms-challenge.ts';

/** What the sign-in remembers between two requests of one tab. The shell keeps it as opaque text. */
export interface SignInState {
  /** The factor that the user chose where several were possible. */
  readonly chosen?: MfaFactor;
  /** The user has asked for the choice in place of the factor that comes first. */
  readonly isChoosing?: boolean;
  /** The user was locked meanwhile: whoever comes back begins with the password. */
  readonly wasLocked?: boolean;
}

interface PageBase extends SmsNote {
  readonly kind: 'page';
  readonly state: SignInState;
}

interface SmsCodePage extends PageBase {
  readonly page: 'sms-code';
  /** Masked: only the last four digits. */
  readonly destination: string;
  readonly digits: number;
  readonly resend: typeof RESEND;
  /** Whether the user may answer with another factor. */
  readonly otherFactors: boolean;
}

export interface SoftwareTokenPage extends PageBase {
  readonly page: 'software-token';
  readonly otherFactors: boolean;
}

interface SelectFactorPage extends PageBase {
  readonly page: 'select-factor';
  readonly factors: readonly MfaFactor[];
}

interface SetUpPage extends PageBase {
  readonly page: 'set-up';
  readonly factors: readonly MfaFactor[];
  /** As {@link SetUpDemand.postponableUntil}. */
  readonly postponableUntil?: string;
}

/** What the shell does next. Anything that it does not know denies. */
export type SignInStep =
  /** Nothing is asked, or no more. */
  | { readonly kind: 'done' }
  | FactorPassed
  | SetUpStep
  /** Begin again with the password. */
  | { readonly kind: 'restart' }
  | SmsCodePage
  | SoftwareTokenPage
  | SelectFactorPage
  | SetUpPage
  | (Refusal & { readonly state?: SignInState });
