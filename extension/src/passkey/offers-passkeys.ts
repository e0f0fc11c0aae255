/** Firefox refuses at once; a browser that says nothing in this time will ask the user. */
const REFUSED_WITHIN_MILLIS = 250;

/** Whether this browser lets the extension have passkeys that make keys. The user sees nothing of it. */
export async function offersPasskeys(): Promise<boolean> {
  if (globalThis.PublicKeyCredential === undefined) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities();
  return capabilities['extension:prf'] !== false && (await allowsPasskeysHere());
}

/** Firefox says that it has them, and lets pages of extensions use none: https://bugzilla.mozilla.org/show_bug.cgi?id=1693562 */
async function allowsPasskeysHere(): Promise<boolean> {
  try {
    await navigator.credentials.get({
      // Waits without a dialog, for a field that there is not.
      mediation: 'conditional',
      signal: AbortSignal.timeout(REFUSED_WITHIN_MILLIS),
      publicKey: { challenge: new Uint8Array(1) },
    });
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'SecurityError');
  }
}
