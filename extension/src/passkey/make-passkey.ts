import { base64ToBytes, bytesToBase64 } from '../base64.ts';
import type { Answer } from '../border.ts';
import { askPasskey } from './ask-passkey.ts';
import { derivePasskeyKey } from './derive-passkey-key.ts';
import { type PasskeyRefusal, passkeyOf } from './passkey-refusal.ts';
import { type NewPasskey, type Passkey, PRF_SALT_BYTES } from './passkey.ts';
import { prfOutputOf } from './prf-output.ts';

const NAME = 'Lifeguard';
const CHALLENGE_BYTES = 32;
const USER_ID_BYTES = 16;
/** ES256 and RS256 of the COSE register: every authenticator has one of them. */
const ALGORITHMS = [-7, -257];

/**
 * Lets the user make a passkey for the extension's own origin. Some authenticators give a key only when they are asked
 * once more: the user is then asked twice.
 */
export async function makePasskey(
  credentials: Pick<CredentialsContainer, 'create' | 'get'>,
): Promise<Answer<{ readonly passkey: NewPasskey }, PasskeyRefusal>> {
  const prfSaltBase64 = bytesToBase64(randomBytes(PRF_SALT_BYTES));
  const made = await passkeyOf(
    credentials.create({
      publicKey: {
        rp: { name: NAME },
        // Another one each time: a passkey of the same user would take the place of the one that the vault still knows.
        user: { id: randomBytes(USER_ID_BYTES), name: NAME, displayName: NAME },
        challenge: randomBytes(CHALLENGE_BYTES),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        // Phones make passkeys, and with them keys, only where they may keep them.
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: base64ToBytes(prfSaltBase64) } } },
      },
    }),
  );
  if (!made.ok) return made;
  const { credential } = made;
  if (credential.getClientExtensionResults().prf?.enabled !== true) return { ok: false, reason: 'passkey-unsuitable' };
  const { response } = credential as PublicKeyCredential & { readonly response: AuthenticatorAttestationResponse };
  const passkey: Passkey = {
    credentialIdBase64: bytesToBase64(new Uint8Array(credential.rawId)),
    transports: response.getTransports(),
    prfSaltBase64,
  };
  const output = prfOutputOf(credential);
  const key =
    output === undefined
      ? await askPasskey(passkey, credentials)
      : ({ ok: true, passkeyKeyBase64: await derivePasskeyKey(output) } as const);
  if (!key.ok) return key;
  return { ok: true, passkey: { ...passkey, passkeyKeyBase64: key.passkeyKeyBase64 } };
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
