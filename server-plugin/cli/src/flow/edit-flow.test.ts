import { expect, it } from 'vitest';
import { ascending } from './edit-flow.ts';

it.each([
  [
    [10, 0, 20, 30],
    [10, 11, 20, 30],
  ],
  [
    [10, 0, 11, 30],
    [10, 11, 12, 30],
  ],
  [
    [0, 0, 0],
    [0, 1, 2],
  ],
])('raises no more priorities than the new step needs: %j', (priorities, expected) => {
  expect(ascending(priorities)).toEqual(expected);
});
