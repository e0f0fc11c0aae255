import { base64ToBytes } from '../base64.ts';
import { ImportRefusal } from './import-refusal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

// One class without alternatives, so that a long text costs linear time.
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const HEX = /^[0-9A-Fa-f]*$/;

/** Standard Base64, with or without padding; `undefined` for anything else. */
export function parseBase64(text: unknown): Bytes | undefined {
  if (typeof text !== 'string' || !BASE64.test(text)) return undefined;
  const unpadded = text.replace(/={1,2}$/, '');
  return unpadded.length % 4 === 1 ? undefined : base64ToBytes(unpadded);
}

/** Hexadecimal in any case; `undefined` for anything else. */
export function parseHex(text: unknown): Bytes | undefined {
  if (typeof text !== 'string' || text.length % 2 !== 0 || !HEX.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, place) =>
    Number.parseInt(text.slice(2 * place, 2 * place + 2), 16),
  );
}

/** @throws ImportRefusal `corrupt` for what isn't there */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ImportRefusal('corrupt');
  return value;
}

/** All parts, one after the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Compares in a time that depends on the lengths alone. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  return one.reduce((difference, byte, place) => difference | (byte ^ (other[place] ?? 0)), 0) === 0;
}
