import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskPhoneNumber, parsePhoneNumber } from './phone-number.ts';

const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 0, maxLength: 20 }).map((list) => list.join(''));

test('a mask shows four digits at most, and no number is told by its mask', () => {
  fc.assert(
    fc.property(digits, (number) => {
      const mask = maskPhoneNumber(`+${number}`);
      expect(mask).toMatch(/^\+\*{4,}([0-9]{4})?$/);
      expect(mask).not.toBe(`+${number}`);
    }),
  );
});

test('reading is total, and what was read is read as itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        digits.map((number) => `+${number}`),
      ),
      (text) => {
        const result = parsePhoneNumber(text);
        if (result.ok) expect(parsePhoneNumber(result.e164)).toEqual(result);
      },
    ),
  );
});
