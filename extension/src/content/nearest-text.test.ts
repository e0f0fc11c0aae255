import { expect, test } from 'vitest';
import { nearestText } from './nearest-text.ts';

const FIELD = { x: 200, y: 100, width: 200, height: 40 };

function box(x: number, y: number, width = 100, height = 20) {
  return { x, y, width, height };
}

test('the text above, or beside on either side, is the label', () => {
  expect(nearestText(FIELD, [box(200, 75)], [])).toBe(0);
  expect(nearestText(FIELD, [box(80, 110)], [])).toBe(0);
  expect(nearestText(FIELD, [box(410, 110)], [])).toBe(0);
});

test('a text below or far away is none', () => {
  expect(nearestText(FIELD, [box(200, 150), box(200, 10), box(700, 110), box(0, 75, 100)], [])).toBeUndefined();
});

test('the nearest of several is the label', () => {
  expect(nearestText(FIELD, [box(200, 58), box(200, 78)], [])).toBe(1);
});

test("a text that stands nearer to another field is that field's", () => {
  // Two columns whose labels come first in the document, and then the fields.
  const other = { ...FIELD, x: 0 };
  expect(nearestText(FIELD, [box(0, 78), box(200, 78)], [other])).toBe(1);
  expect(nearestText(other, [box(0, 78), box(200, 78)], [FIELD])).toBe(0);
});
