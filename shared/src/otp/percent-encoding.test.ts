import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentDecode } from './percent-encoding.ts';

test.each([
  ['100%2525', '100%25'],
  ['%E6%A0%AA%f0%9f%94%91', '株🔑'],
  ['a+b', 'a+b'],
  ['a%00b', 'a\0b'],
])('decodes %j once', (encoded, text) => {
  expect(percentDecode(encoded)).toEqual({ text, malformed: false });
});

test.each([
  ['100%', '100%'],
  ['%zz%4', '%zz%4'],
  ['caf%E9 %41', 'caf%E9 A'],
  ['%E6%A0x', '%E6%A0x'],
  ['%C0%AF', '%C0%AF'],
  ['%ED%A0%80', '%ED%A0%80'],
])('keeps what is no UTF-8 in %j as text', (encoded, text) => {
  expect(percentDecode(encoded)).toEqual({ text, malformed: true });
});

test('gives back whatever encodeURIComponent wrote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(percentDecode(encodeURIComponent(text))).toEqual({ text, malformed: false });
    }),
  );
});
