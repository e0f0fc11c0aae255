import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, chooserPlace } from './chooser-place.ts';

const WINDOW = { width: 1000, height: 600 };
const SIZE = { width: 288, height: 120 };

test('below the field, above where there is no room below, nowhere while the field is out of sight', () => {
  const field = { x: 100, y: 100, width: 200, height: 30 };
  const input = { window: WINDOW, size: SIZE, isRightToLeft: false };
  expect(chooserPlace({ ...input, field })).toEqual({ x: 100, y: 134, ...SIZE });
  expect(chooserPlace({ ...input, field: { ...field, y: 550 } })).toEqual({ x: 100, y: 426, ...SIZE });
  expect(chooserPlace({ ...input, field: { ...field, y: 700 } })).toBeUndefined();
  expect(chooserPlace({ ...input, field, isRightToLeft: true })).toMatchObject({ x: 12 });
});

test('always whole within the window', () => {
  const number = fc.integer({ min: -2000, max: 2000 });
  const size = fc.nat(1500);
  fc.assert(
    fc.property(number, number, size, size, fc.boolean(), (x, y, width, height, isRightToLeft) => {
      const field = { x, y, width, height };
      const place = chooserPlace({ field, window: WINDOW, size: SIZE, isRightToLeft });
      if (place === undefined) return;
      expect(place.x).toBeGreaterThanOrEqual(0);
      expect(place.y).toBeGreaterThanOrEqual(0);
      expect(place.x + place.width).toBeLessThanOrEqual(WINDOW.width);
      expect(place.y + place.height).toBeLessThanOrEqual(WINDOW.height);
    }),
  );
});

test('the boxes of one field are one box', () => {
  const boxes = [0, 40, 80].map((x) => ({ x, y: 10, width: 30, height: 40 }));
  expect(boxAround(boxes)).toEqual({ x: 0, y: 10, width: 110, height: 40 });
});
