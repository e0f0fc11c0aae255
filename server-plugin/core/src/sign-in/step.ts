import type { MfaFactor } from '@lifeguard/shared/mfa';

/** What the sign-in remembers between two requests of one tab. The shell keeps it as opaque text. */
export interface SignInState {
  /** The factor that the user chose where several were possible. */
  readonly chosen?: MfaFactor;
}

/** Texts by their keys in the theme's message bundles. */
export type MessageKey =
  | 'lifeguardSmsCodeWrong'
  | 'lifeguardTokenCodeWrong'
  | 'lifeguardCodeExpiredNewSent'
  | 'lifeguardTooManyAttempts'
  | 'lifeguardSmsNotSent'
  | 'lifeguardSmsSlow'
  | 'lifeguardSmsSentAgain'
  | 'lifeguardSmsWait'
  | 'lifeguardSmsNoMore'
  | 'lifeguardNoFactor'
  | 'lifeguardSetupUnavailable'
  | 'lifeguardLocked'
  | 'lifeguardUnavailable';

interface PageBase {
  readonly kind: 'page';
  readonly state: SignInState;
  /** What went wrong, at the field. */
  readonly message?: MessageKey;
  readonly messageParameters?: readonly string[];
  /** What went well. */
  readonly notice?: MessageKey;
  /** Whether the answer that led here was a wrong code, which Keycloak's brute-force detection counts. */
  readonly wrongCode?: boolean;
}

export interface SmsCodePage extends PageBase {
  readonly page: 'sms-code';
  /** Masked: only the last four digits. */
  readonly destination: string;
  readonly digits: number;
  readonly otherFactors: boolean;
}

export interface SoftwareTokenPage extends PageBase {
  readonly page: 'software-token';
}

interface SelectFactorPage extends PageBase {
  readonly page: 'select-factor';
  readonly factors: readonly MfaFactor[];
}

/** What the shell does next. Anything that it does not know denies. */
export type SignInStep =
  | { readonly kind: 'done'; readonly factor?: MfaFactor }
  /** The sign-in goes on to a required action, which is on the authentication session already. */
  | { readonly kind: 'setup'; readonly action: 'CONFIGURE_TOTP' }
  | SmsCodePage
  | SoftwareTokenPage
  | SelectFactorPage
  /** An error page. `reason` goes to the event and the log, never to the user. */
  | { readonly kind: 'refusal'; readonly reason: string; readonly message: MessageKey };
