import { expect, test } from 'vitest';
import { childrenOf, parseXml } from './xml.ts';

test('elements, attributes, comments, sections of characters and entities', () => {
  const root = parseXml(
    '<?xml version="1.0"?>\n<a x="1"><!-- <b> --><b y="2">1 &lt;&#x41;&#66; <![CDATA[<&]]></b><b/></a>\n',
  );
  expect(childrenOf(root, 'b').map(({ text }) => text)).toEqual(['1 <AB <&', '']);
  expect(childrenOf(root, 'c')).toEqual([]);
});

test('an entity that nobody knows stays as it stands', () => {
  expect(parseXml('<a>&file;&#x110000;</a>').text).toBe('&file;&#x110000;');
});

test.each(['', 'text', '<a>', '</a>', '<a></b>', '<a', '<!DOCTYPE a><a/>', '<a>'.repeat(300)])(
  '%j is damage',
  (text) => {
    expect(() => parseXml(text)).toThrow('corrupt');
  },
);
