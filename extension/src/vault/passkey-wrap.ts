import { base64ToBytes } from '../base64.ts';
import type { AddedPasskey } from '../passkey/passkey.ts';
import { importAesKey, seal, unseal } from './seal.ts';
import type { VaultFile, VaultPasskey } from './vault-file.ts';

/** The data key once more, for whoever has the passkey. */
export async function wrapForPasskey(
  dataKey: Uint8Array<ArrayBuffer>,
  passkey: AddedPasskey,
  passkeyKeyBase64: string,
): Promise<VaultPasskey> {
  const key = await importAesKey(base64ToBytes(passkeyKeyBase64));
  return { ...passkey, wrappedDataKey: await seal(key, dataKey, wrapContext(passkey)) };
}

/** The data key, or `undefined` when the vault has no passkey, or the key is of another. */
export async function unwrapByPasskey(
  { passkey }: VaultFile,
  passkeyKeyBase64: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (passkey === undefined) return undefined;
  const key = await importAesKey(base64ToBytes(passkeyKeyBase64));
  return unseal(key, passkey.wrappedDataKey, wrapContext(passkey));
}

/** What a page may know of a passkey. */
export function describePasskey({ passkey }: VaultFile): AddedPasskey | undefined {
  if (passkey === undefined) return undefined;
  const { credentialIdBase64, transports, prfSaltBase64, createdAtInMillis } = passkey;
  return { credentialIdBase64, transports, prfSaltBase64, createdAtInMillis };
}

// Associated data, as in `encryption.ts`.
function wrapContext({ credentialIdBase64, transports, prfSaltBase64, createdAtInMillis }: AddedPasskey): string {
  return `lifeguard/1/data-key/passkey/${credentialIdBase64}/${transports.join(',')}/${prfSaltBase64}/${createdAtInMillis}`;
}
