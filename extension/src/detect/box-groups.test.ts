import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitBoxes } from './box-groups.ts';
import type { FieldSignals } from './frame-signals.ts';
import { frameWith } from './frame-signals.fixture.ts';

interface Wrapped {
  readonly count: number;
  readonly perRow: number;
  readonly side: number;
  readonly gap: number;
  readonly align: 'start' | 'end' | 'center';
}

const WRAPPED: fc.Arbitrary<Wrapped> = fc.record({
  count: fc.integer({ min: 4, max: 8 }),
  perRow: fc.integer({ min: 2, max: 8 }),
  side: fc.integer({ min: 28, max: 64 }),
  gap: fc.integer({ min: 0, max: 20 }),
  align: fc.constantFrom('start', 'end', 'center'),
});

/** As `flex-wrap` lays them out. */
function boxes({ count, perRow, side, gap, align }: Wrapped, top = 100): Partial<FieldSignals>[] {
  const pitch = side + gap;
  return Array.from({ length: count }, (_, place) => {
    const row = Math.floor(place / perRow);
    const missing = perRow - Math.min(perRow, count - row * perRow);
    const indent = align === 'start' ? 0 : (missing * pitch) / (align === 'center' ? 2 : 1);
    const x = Math.round(20 + indent + (place % perRow) * pitch);
    return { maxLength: 1, box: { x, y: top + row * pitch, width: side, height: side } };
  });
}

function groupsOf(fields: readonly Partial<FieldSignals>[]): number[] {
  return splitBoxes(frameWith({ fields }).fields).groups.map(({ length }) => length);
}

test('equal boxes at an equal pitch are one field, however they are wrapped', () => {
  fc.assert(
    fc.property(WRAPPED, (wrapped) => {
      expect(groupsOf(boxes(wrapped))).toEqual([wrapped.count]);
    }),
  );
});

test('rows with words between them are fields of their own', () => {
  fc.assert(
    fc.property(WRAPPED, fc.constantFrom('New code', 'PIN', '次のコード'), (wrapped, words) => {
      const row = { ...wrapped, perRow: wrapped.count };
      const [first, ...rest] = boxes(row, 100 + row.side + row.gap);
      expect(groupsOf([...boxes(row), { ...first, before: words }, ...rest])).toEqual([row.count, row.count]);
    }),
  );
});

test('two rows that are too long for one code are two fields', () => {
  const row: Wrapped = { count: 6, perRow: 6, side: 40, gap: 8, align: 'start' };
  expect(groupsOf([...boxes(row), ...boxes(row, 148)])).toEqual([6, 6]);
});

test('each box of a wrapped field may have its number before it', () => {
  const fields = boxes({ count: 6, perRow: 3, side: 40, gap: 8, align: 'start' });
  expect(groupsOf(fields.map((field, place) => ({ ...field, before: `Digit ${place + 1}` })))).toEqual([6]);
});

test('a row far below, or of another form, is another field', () => {
  const row: Wrapped = { count: 4, perRow: 4, side: 40, gap: 8, align: 'start' };
  expect(groupsOf([...boxes(row), ...boxes(row, 240)])).toEqual([4, 4]);
  expect(groupsOf([...boxes(row), ...boxes(row, 148).map((field) => ({ ...field, form: 1 }))])).toEqual([4, 4]);
});
