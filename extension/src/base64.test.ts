import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Length, base64ToBytes, bytesToBase64 } from './base64.ts';

test('the length of a text is that of its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(base64Length(bytesToBase64(bytes))).toBe(bytes.length);
    }),
  );
});

test('what has a length can be read, and everything else has none', () => {
  const likely = fc.string({ unit: fc.constantFrom('A', 'z', '9', '+', '/', '=', '-', ' '), maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(likely, fc.anything()), (value) => {
      const length = base64Length(value);
      if (length !== undefined) expect(base64ToBytes(value as string)).toHaveLength(length);
    }),
    { numRuns: 2000 },
  );
});

test.each([undefined, 7, null, ['AAAA'], 'AAA', 'AAAAA', 'AA=A', '====', 'AAAA\n', 'AA-_'])(
  '%j is no Base64',
  (value) => {
    expect(base64Length(value)).toBeUndefined();
  },
);
