import { ask } from '../ui/ask.ts';

/** The key of what should be the vault's password. `undefined` when the vault is not open. */
export async function vaultPasswordKey(password: string): Promise<string | undefined> {
  const { derivePasswordKey } = await import('../password-key/derive-password-key.ts');
  const status = await ask('vaultStatus');
  return status.state === 'unlocked' ? derivePasswordKey(password, status.passwordKey) : undefined;
}
