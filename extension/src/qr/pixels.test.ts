import { describe, expect, test } from 'vitest';
import { lightBox } from './light-box.ts';
import { hasColour, hasTransparency, isOfFewColours, type Pixels } from './pixels.ts';

type Pixel = readonly [red: number, green: number, blue: number, opacity: number];
const BLACK: Pixel = [0, 0, 0, 255];
const WHITE: Pixel = [255, 255, 255, 255];

function picture(rows: readonly (readonly Pixel[])[]): Pixels {
  return { data: new Uint8ClampedArray(rows.flat(2)), width: rows[0]!.length, height: rows.length };
}

describe('the light part of a picture', () => {
  test('is the smallest that holds all of it', () => {
    const rows = [
      [BLACK, BLACK, BLACK, BLACK],
      [BLACK, BLACK, WHITE, BLACK],
      [BLACK, WHITE, BLACK, BLACK],
    ];
    expect(lightBox(picture(rows))).toEqual({ x: 1, y: 1, width: 2, height: 2 });
  });

  test('is all of a light picture, and nothing of a dark one', () => {
    expect(lightBox(picture([[WHITE, WHITE]]))).toEqual({ x: 0, y: 0, width: 2, height: 1 });
    expect(lightBox(picture([[BLACK, BLACK]]))).toBeUndefined();
  });
});

test('one pixel that is not opaque lets the page shine through', () => {
  expect(hasTransparency(picture([[BLACK, [0, 0, 0, 254]]]))).toBe(true);
  expect(hasTransparency(picture([[BLACK, WHITE]]))).toBe(false);
});

test('a drawing is of few colours, a photograph is not', () => {
  const rows = Array.from({ length: 16 }, (_, y) =>
    Array.from({ length: 16 }, (__, x): Pixel => [x * 16, y * 16, (x + y) * 8, 255]),
  );
  expect(isOfFewColours(picture(rows))).toBe(false);
  const drawn = rows.map((row, y) => row.map((_, x) => ((x * y) % 2 === 0 ? WHITE : ([200, 60, 60, 255] as const))));
  expect(isOfFewColours(picture(drawn))).toBe(true);
});

test('greys have no colour, with the noise of a compressed picture', () => {
  expect(hasColour(picture([[BLACK, [130, 120, 110, 255]]]))).toBe(false);
  expect(hasColour(picture([[BLACK, [200, 60, 60, 255]]]))).toBe(true);
});
