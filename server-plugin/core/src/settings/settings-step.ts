import type { MfaFactor } from '@lifeguard/shared/mfa';
import type { MessageKey } from '../message-key.ts';
import type { PortSoftwareToken } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { SetUpStep } from '../set-up/go-on-to-set-up.ts';

/** One factor as its user sees it. */
export interface FactorView {
  readonly factor: MfaFactor;
  readonly isEnabled: boolean;
  readonly isPreferred: boolean;
  /** Whether the user can turn it on and off; in a Required pool nobody can. */
  readonly isOptional: boolean;
  /** The masked number of SMS codes. */
  readonly destination?: string;
  /** Whether that number is yet to be proven. */
  readonly isUnverified?: boolean;
  /** The authenticators of software tokens. */
  readonly tokens?: readonly PortSoftwareToken[];
  /** Whether one of the authenticators may be removed; otherwise the last can only be replaced. */
  readonly mayRemove?: boolean;
}

export interface SettingsPage {
  readonly kind: 'page';
  readonly page: 'mfa-settings';
  readonly factors: readonly FactorView[];
  readonly mayAddSoftwareToken: boolean;
  readonly mayAddPhoneNumber: boolean;
  readonly message?: MessageKey;
  readonly notice?: MessageKey;
  /** What was changed just now, for the event. */
  readonly changed?: 'settings' | 'removal';
}

export type SettingsStep =
  | SettingsPage
  | { readonly kind: 'done' }
  /** `replaces` is the authenticator that the new one takes the place of. */
  | (SetUpStep & { readonly replaces?: string })
  | Refusal;
