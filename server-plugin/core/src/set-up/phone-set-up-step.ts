import type { FactorPassed } from '../sign-in/factor-passed.ts';
import type { Refusal } from '../refusal.ts';
import type { RESEND, SmsNote } from '../sms/sms-challenge.ts';

/** What the set-up remembers between two requests, as opaque text for the shell. */
export interface PhoneSetUpState {
  /** The number that the user has entered and has yet to prove. */
  readonly phoneNumber?: string;
}

interface PhoneNumberPage extends SmsNote {
  readonly kind: 'page';
  readonly page: 'phone-number';
  readonly state: PhoneSetUpState;
}

interface PhoneCodePage extends SmsNote {
  readonly kind: 'page';
  readonly page: 'phone-code';
  readonly state: PhoneSetUpState;
  /** Masked: only the last four digits. */
  readonly destination: string;
  readonly digits: number;
  readonly resend: typeof RESEND;
  /** Whether another number can be entered in its place. */
  readonly mayChangeNumber: boolean;
}

export type PhoneSetUpStep =
  | PhoneNumberPage
  | PhoneCodePage
  | FactorPassed<'SMS_MFA'>
  /** There was nothing to prove. */
  | { readonly kind: 'done' }
  | Refusal;
