const PRF_OUTPUT_BYTES = 32;

/** What the PRF of a passkey has given (WebAuthn Level 3, section 10.1.4), if it has. */
export function prfOutputOf(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  return first instanceof ArrayBuffer && first.byteLength === PRF_OUTPUT_BYTES ? new Uint8Array(first) : undefined;
}
