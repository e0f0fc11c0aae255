/** Standard Base64 with padding (RFC 4648 section 4), for bytes in stored JSON and in messages. */
export function bytesToBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** How many bytes a text of that form stands for; `undefined` for everything that is none. */
export function base64Length(value: unknown): number | undefined {
  if (typeof value !== 'string' || !BASE64.test(value)) return undefined;
  return (value.length / 4) * 3 - (/=*$/.exec(value)?.[0].length ?? 0);
}

/** @throws DOMException when the text is no Base64 */
export function base64ToBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
