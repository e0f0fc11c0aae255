import type { Answer } from '../border.ts';
import type { ManagedPolicy } from '../managed-policy.ts';
import type { NewPasskey } from '../passkey/passkey.ts';
import type { PasswordKey } from '../password-key/password-key.ts';
import type { Settings } from '../settings.ts';
import type {
  AddPasskeyAnswer,
  ChangePasswordAnswer,
  CreateAnswer,
  PasskeyUnlockAnswer,
  UnlockAnswer,
  VaultStatus,
} from '../vault/vault-answers.ts';

export type { PasskeyUnlockAnswer, UnlockAnswer, VaultStatus } from '../vault/vault-answers.ts';

/** Requests about the vault as a whole, and what is set for it. */
export interface VaultApi {
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

  readSettings(): Promise<Settings>;
  /** What the organisation has laid down. */
  readPolicy(): Promise<ManagedPolicy>;
  changeSettings(settings: Settings): Promise<Answer<object, 'locked'>>;
}
