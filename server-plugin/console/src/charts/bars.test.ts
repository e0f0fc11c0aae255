import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutBars, layoutLine, layoutParts } from './bars.ts';
import { percentOf, roundCeiling } from './scale.ts';

const amounts = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 31 });

test('bars stand on the ground, inside the chart, and do not touch', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const bars = layoutBars(values, roundCeiling(values));
      bars.forEach((bar, index) => {
        expect(bar.y + bar.height).toBeCloseTo(100);
        expect(bar.y).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThan(bars[index + 1]?.x ?? 100);
      });
    }),
  );
});

test('a higher value has no lower bar', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const heights = layoutBars(sorted, roundCeiling(values)).map(({ height }) => height);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }),
  );
});

test('the parts of a bar fill it, whatever their order, and none of nothing', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const last = layoutParts(values).at(-1)!;
      expect(last.x + last.width).toBeCloseTo(values.some((value) => value > 0) ? 100 : 0);
    }),
  );
});

test('a line begins and ends at the edges of the chart', () => {
  expect(layoutLine([0, 50, 100], 100)).toBe('0,100 50,50 100,0');
  expect(layoutLine([25], 100)).toBe('0,75 100,75');
});

test.each([
  [[0], 1],
  [[3, 7], 10],
  [[0.0081], 0.01],
  [[1_100_000], 2_000_000],
  [[50], 50],
])('the scale for %j ends at %d', (values, ceiling) => expect(roundCeiling(values)).toBeCloseTo(ceiling));

test('spend above the limit fills the bar and no more', () => expect(percentOf(3, 2)).toBe(100));
