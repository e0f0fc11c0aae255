import type { PasswordKey } from '../../messages.ts';
import { newPasswordKeyParameters } from '../../password-key/parameters.ts';
import { ask } from '../../ui/ask.ts';

/** The key of what should be the vault's password. `undefined` when the vault is not open. */
export async function vaultPasswordKey(password: string): Promise<string | undefined> {
  const { derivePasswordKey } = await import('../../password-key/derive-password-key.ts');
  const status = await ask('vaultStatus');
  return status.state === 'unlocked' ? derivePasswordKey(password, status.passwordKey) : undefined;
}

/** A key of a password with parameters and a salt of its own. */
export async function newPasswordKey(password: string): Promise<PasswordKey> {
  const { derivePasswordKey } = await import('../../password-key/derive-password-key.ts');
  const parameters = newPasswordKeyParameters((length) => crypto.getRandomValues(new Uint8Array(length)));
  return { passwordKeyBase64: await derivePasswordKey(password, parameters), parameters };
}
