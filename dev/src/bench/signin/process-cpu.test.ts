import { expect, test } from 'vitest';
import { parseCpuMillis, processCpuMillis } from './process-cpu.ts';

test('user and system time are added, whatever the program calls itself', () => {
  const stat = '4711 (a) b (java) S 1 4711 4711 0 -1 4194304 9 8 7 6 250 50 3 2 20 0 60 0 1234';
  expect(parseCpuMillis(stat)).toBe(3_000);
});

test.runIf(process.platform === 'linux')('a process that works uses CPU time', () => {
  const before = processCpuMillis(process.pid);
  const end = performance.now() + 200;
  while (performance.now() < end);
  expect(processCpuMillis(process.pid)).toBeGreaterThan(before);
});
