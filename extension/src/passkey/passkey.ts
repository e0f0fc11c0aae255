import { base64Length } from '../base64.ts';

/** What a page needs to ask a passkey for its key. No secret is in it. */
export interface Passkey {
  readonly credentialIdBase64: string;
  /** How the browser reaches the authenticator, as that has said (`AuthenticatorTransport`). */
  readonly transports: readonly string[];
  /** What the passkey makes its key of: the input of the PRF (WebAuthn Level 3, section 10.1.4). */
  readonly prfSaltBase64: string;
}

/** A passkey together with its key, on the way to the vault. */
export interface NewPasskey extends Passkey {
  readonly passkeyKeyBase64: string;
}

export interface AddedPasskey extends Passkey {
  readonly createdAtInMillis: number;
}

export const PRF_SALT_BYTES = 32;

const KEY_BYTES = 32;
/** WebAuthn Level 3, section 4: the least that has 100 bits of entropy, and the most that an authenticator may give. */
const CREDENTIAL_ID_BYTES = { min: 16, max: 1023 } as const;
const MAX_TRANSPORTS = 8;

/** Reads what is stored or sent of a passkey, and leaves out all else; `undefined` when a part is of another type or size. */
export function parsePasskey(value: unknown): Passkey | undefined {
  const { credentialIdBase64, transports, prfSaltBase64 } = Object(value) as Record<string, unknown>;
  const idBytes = base64Length(credentialIdBase64);
  if (idBytes === undefined || idBytes < CREDENTIAL_ID_BYTES.min || idBytes > CREDENTIAL_ID_BYTES.max) return undefined;
  if (base64Length(prfSaltBase64) !== PRF_SALT_BYTES) return undefined;
  if (!Array.isArray(transports) || transports.length > MAX_TRANSPORTS || !transports.every(isTransport))
    return undefined;
  return {
    credentialIdBase64: String(credentialIdBase64),
    transports: transports.map(String),
    prfSaltBase64: String(prfSaltBase64),
  };
}

/** Whether something is a key as `derivePasskeyKey` makes it. */
export function isPasskeyKey(value: unknown): value is string {
  return base64Length(value) === KEY_BYTES;
}

function isTransport(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z-]{1,32}$/.test(value);
}
