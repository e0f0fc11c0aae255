import { base64ToBytes } from '../base64.ts';
import type { Answer } from '../border.ts';
import { derivePasskeyKey } from './derive-passkey-key.ts';
import { type PasskeyRefusal, passkeyOf } from './passkey-refusal.ts';
import type { Passkey } from './passkey.ts';
import { prfOutputOf } from './prf-output.ts';

const CHALLENGE_BYTES = 32;

/**
 * Lets the user prove a passkey to the browser, and makes the key of what its PRF gives. It runs in the page that asked, and what the PRF
 * gives stays there. The signature is nobody's business: whoever has the key opens the vault, and nobody else.
 */
export async function askPasskey(
  { credentialIdBase64, transports, prfSaltBase64 }: Passkey,
  credentials: Pick<CredentialsContainer, 'get'>,
): Promise<Answer<{ readonly passkeyKeyBase64: string }, PasskeyRefusal>> {
  const asked = await passkeyOf(
    credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES)),
        allowCredentials: [
          {
            type: 'public-key',
            id: base64ToBytes(credentialIdBase64),
            transports: transports as AuthenticatorTransport[],
          },
        ],
        userVerification: 'required',
        extensions: { prf: { eval: { first: base64ToBytes(prfSaltBase64) } } },
      },
    }),
  );
  if (!asked.ok) return asked;
  const output = prfOutputOf(asked.credential);
  if (output === undefined) return { ok: false, reason: 'passkey-unsuitable' };
  return { ok: true, passkeyKeyBase64: await derivePasskeyKey(output) };
}
