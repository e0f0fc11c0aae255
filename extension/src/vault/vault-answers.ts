import type { Answer } from '../border.ts';
import type { AddedPasskey } from '../passkey/passkey.ts';
import type { PasswordKeyParameters } from '../password-key/parameters.ts';

export type VaultStatus =
  | { readonly state: 'absent' | 'corrupt' | 'newer-format' }
  | {
      readonly state: 'locked' | 'unlocked';
      readonly passwordKey: PasswordKeyParameters;
      readonly passkey: AddedPasskey | undefined;
    };

export type CreateAnswer = Answer<object, 'vault-exists' | 'bad-parameters'>;

export type ChangePasswordAnswer = Answer<object, 'locked' | 'wrong-password' | 'bad-parameters'>;

export type AddPasskeyAnswer = Answer<object, 'locked' | 'wrong-password' | 'bad-passkey'>;

/** `previous` when the newest copy was damaged and the one before it was put in its place. */
type OpenedCopy = { readonly copy: 'current' | 'previous' };
type UnopenedVault = 'absent' | 'corrupt' | 'newer-format';

export type UnlockAnswer = Answer<OpenedCopy, 'wrong-password' | UnopenedVault>;

/** `wrong-passkey` also when the vault has none; `bad-passkey`: what was sent is no key. */
export type PasskeyUnlockAnswer = Answer<OpenedCopy, 'wrong-passkey' | 'bad-passkey' | UnopenedVault>;
