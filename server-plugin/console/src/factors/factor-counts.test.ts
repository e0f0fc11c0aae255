import { expect, test } from 'vitest';
import { partsOf } from './factor-counts.ts';

test('whoever has both factors is counted once, and the parts make up all users', () => {
  const parts = partsOf({ users: 10, softwareToken: 6, sms: 4, both: 3, none: 3 });
  expect(parts).toEqual({ both: 3, softwareTokenOnly: 3, smsOnly: 1, none: 3 });
  expect(Object.values(parts).reduce((sum, part) => sum + part)).toBe(10);
});
