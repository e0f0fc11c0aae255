import type { PasswordKey } from '../password-key/password-key.ts';
import { newPasswordKeyParameters } from '../password-key/parameters.ts';
import { text } from './text.ts';

/** What a person has typed for a new password, twice. */
export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

/** Why it is none; `field`: which of the two to look at. */
export function newPasswordProblem(
  { password, again }: NewPassword,
  minLength: number,
): { readonly problem: string; readonly field: keyof NewPassword } | undefined {
  // In characters as people count them, not in UTF-16 units.
  if ([...password].length < minLength) {
    return { problem: text('passwordTooShort', String(minLength)), field: 'password' };
  }
  return again === password ? undefined : { problem: text('passwordsDiffer'), field: 'again' };
}

/** A key of a password with parameters and a salt of its own. It blocks its thread for a while. */
export async function newPasswordKey(password: string): Promise<PasswordKey> {
  // Whoever is let in already opens the page without it.
  const { derivePasswordKey } = await import('../password-key/derive-password-key.ts');
  const parameters = newPasswordKeyParameters((length) => crypto.getRandomValues(new Uint8Array(length)));
  return { passwordKeyBase64: await derivePasswordKey(password, parameters), parameters };
}
