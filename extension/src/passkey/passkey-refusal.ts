import type { Answer } from '../border.ts';

/** `passkey-unsuitable`: it gives no key, or does not look who is there. */
export type PasskeyRefusal = 'passkey-not-used' | 'passkey-unsuitable' | 'passkeys-not-offered';

/** WebAuthn Level 3, sections 5.1.3 and 5.1.4. `UnknownError` is what browsers make of a fault of the authenticator. */
const REFUSALS: Readonly<Record<string, PasskeyRefusal>> = {
  AbortError: 'passkey-not-used',
  NotAllowedError: 'passkey-not-used',
  UnknownError: 'passkey-not-used',
  ConstraintError: 'passkey-unsuitable',
  NotSupportedError: 'passkey-unsuitable',
  SecurityError: 'passkeys-not-offered',
};

/** Lets the browser ask for a passkey. @throws what is no refusal */
export async function passkeyOf(
  asked: Promise<Credential | null>,
): Promise<Answer<{ readonly credential: PublicKeyCredential }, PasskeyRefusal>> {
  try {
    const credential = await asked;
    if (credential === null) return { ok: false, reason: 'passkey-not-used' };
    return { ok: true, credential: credential as PublicKeyCredential };
  } catch (error) {
    const reason = error instanceof DOMException ? REFUSALS[error.name] : undefined;
    if (reason === undefined) throw error;
    return { ok: false, reason };
  }
}
