import { expect, test } from 'vitest';
import { judgeReading, type QrReading } from './judge-reading.ts';
import type { QrCase } from './qr-case.ts';

const CASE: QrCase = { file: 'one.png', kind: 'plain', texts: ['a', 'b'] };

function reading(texts?: readonly string[]): QrReading {
  return { file: 'one.png', size: [10, 10], millis: 1, ...(texts === undefined ? {} : { texts }) };
}

test.each<[string, Partial<QrCase>, readonly string[]]>([
  ['the texts in any order', {}, ['b', 'a']],
  ['another list that is right too', { alt: [['c']] }, ['c']],
  ['nothing where nothing has to be read', { texts: [], mayDecode: ['c'] }, []],
  ['what may be read there', { texts: [], mayDecode: ['c'] }, ['c']],
])('right: %s', (_, changes, texts) => {
  expect(judgeReading({ ...CASE, ...changes }, reading(texts))).toEqual({ wrongTexts: 0 });
});

test('a picture that is none has no texts', () => {
  const broken = { ...CASE, texts: [], broken: true };
  expect(judgeReading(broken, reading())).toEqual({ wrongTexts: 0 });
  expect(judgeReading(broken, reading([])).why).toMatch('passed for a picture');
});

test('a text that does not stand in the picture is counted, whatever else was read', () => {
  expect(judgeReading(CASE, reading(['a', 'b', 'x', 'y']))).toMatchObject({ wrongTexts: 2, why: expect.any(String) });
});

test('too few texts, or a picture that was not shown, are not right', () => {
  expect(judgeReading(CASE, reading(['a']))).toEqual({ why: '1 of 2 texts were read', wrongTexts: 0 });
  expect(judgeReading(CASE, undefined).why).toBeDefined();
});
