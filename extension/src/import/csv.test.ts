import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';

test.each<[string, string, readonly (readonly string[])[]]>([
  ['nothing', '', []],
  [
    'fields and rows',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['an end of line at the end', 'a,b\n', [['a', 'b']]],
  ['empty fields', ',b,\n', [['', 'b', '']]],
  ['an empty field at the end of the text', 'a,', [['a', '']]],
  ['empty lines, which are none', 'a\n\n\r\n,,\nb', [['a'], ['b']]],
  ['separators, line ends and quotes in quotes', '"a,""b""\r\nc",d', [['a,"b"\r\nc', 'd']]],
  ['a quote within a field', 'a"b,c', [['a"b', 'c']]],
  ['a quote that nothing closes', '"a,b', [['a,b']]],
  ['text behind a quote', '"a"b,c', [['ab', 'c']]],
])('%s', (_name, text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
});
