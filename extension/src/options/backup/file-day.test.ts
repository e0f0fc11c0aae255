import { afterEach, expect, test, vi } from 'vitest';
import { fileDay } from './file-day.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['Pacific/Kiritimati', '2026-01-02'],
  ['UTC', '2026-01-01'],
  ['America/Los_Angeles', '2025-12-31'],
])('the day of a file is that of %s', (zone, day) => {
  vi.stubEnv('TZ', zone);
  const instant = zone === 'America/Los_Angeles' ? '2026-01-01T03:00:00Z' : '2026-01-01T20:00:00Z';
  expect(fileDay(new Date(instant))).toBe(day);
});
