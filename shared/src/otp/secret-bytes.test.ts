import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretBytes, secretOfBytes } from './secret-bytes.ts';

test('the vectors of RFC 4648 section 10, without padding', () => {
  const vectors = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
  for (const [text, base32] of Object.entries(vectors)) {
    expect(secretOfBytes(new TextEncoder().encode(text))).toBe(base32);
    expect(new TextDecoder().decode(secretBytes(base32))).toBe(text);
  }
});

test('every secret comes back, also from a part of a larger buffer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 100 }), (bytes) => {
      expect(secretBytes(secretOfBytes(bytes.subarray(1)))).toEqual(new Uint8Array(bytes.subarray(1)));
    }),
  );
});
