import { expect, test } from 'vitest';
import { parseProcStat, parsePs } from './process-tree.ts';

test("the kernel's line is read by the last bracket: a process may call itself anything", () => {
  expect(parseProcStat('4711 (java) S 4700 4711 4711 0 -1')).toEqual({ pid: 4711, parent: 4700, isZombie: false });
  expect(parseProcStat('5 (x) Z 9 (y) S 1 5 5 0')).toEqual({ pid: 5, parent: 1, isZombie: false });
  expect(parseProcStat('6 (defunct) Z 1 6 6 0')).toEqual({ pid: 6, parent: 1, isZombie: true });
});

test('the lines of ps are read', () => {
  expect(parsePs('    1     0 Ss\n 4711  4700 Sl+\n 4712  4711 Z\n')).toEqual([
    { pid: 1, parent: 0, isZombie: false },
    { pid: 4711, parent: 4700, isZombie: false },
    { pid: 4712, parent: 4711, isZombie: true },
  ]);
});
