import { expect, test } from 'vitest';
import { countFetches } from './count-fetches.ts';

test('counts what the task loads, loads nothing, and puts fetch back', async () => {
  const original = globalThis.fetch;
  const { result, fetches } = countFetches(() => fetch('https://lifeguard.invalid/pixel.png'));
  expect(fetches).toBe(1);
  await expect(result).rejects.toThrow('Nothing is loaded');
  expect(globalThis.fetch).toBe(original);
});

test('puts fetch back when the task throws', () => {
  const original = globalThis.fetch;
  expect(() => countFetches(() => JSON.parse('{'))).toThrow(SyntaxError);
  expect(globalThis.fetch).toBe(original);
});
