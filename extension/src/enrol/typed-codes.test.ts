import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedCodes } from './typed-codes.ts';

test.each<[string, string, readonly string[]]>([
  ['a code on each line', '3f9c1-a07be\n81d2e-55c0f\n', ['3f9c1-a07be', '81d2e-55c0f']],
  ['a code twice', '3f9c1-a07be\n3f9c1-a07be\n', ['3f9c1-a07be']],
  ['lines of another system', '3f9c1-a07be\r\n81d2e-55c0f\r\n', ['3f9c1-a07be', '81d2e-55c0f']],
  ['a numbered list', '1. 3f9c1-a07be\n2. 81d2e-55c0f', ['3f9c1-a07be', '81d2e-55c0f']],
  ['two columns with blanks in the codes', '1. 1234 5678\t2. 8765 4321', ['1234 5678', '8765 4321']],
  [
    'the file of a site, with words around them',
    'SAVE YOUR BACKUP CODES\nKeep these somewhere safe.\n\n1. 3f9c1-a07be\n2. 81d2e-55c0f\n\n* You can use each once.',
    ['3f9c1-a07be', '81d2e-55c0f'],
  ],
  ['what looks like no code, because the user says that it is one', 'correct horse battery', ['correct horse battery']],
  ['a single one with its number', '1) qfzk-wmxt-bvrc', ['qfzk-wmxt-bvrc']],
  ['nothing', ' \n\t\n', []],
])('%s', (_name, text, codes) => {
  expect(typedCodes(text)).toEqual(codes);
});

test('whatever is typed, no code is empty, has blanks around it, or comes twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const codes = typedCodes(text);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toBe(code.trim());
      expect(codes).not.toContain('');
    }),
  );
});
