import { expect, test } from 'vitest';
import { rememberSignIn, takeSignIn } from './pending-sign-in.ts';

test('a second answer to the same sign-in finds nothing to be compared with', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const pending = { state: 's', nonce: 'n', codeVerifier: 'v' };
  rememberSignIn(storage, pending);
  expect(takeSignIn(storage)).toEqual(pending);
  expect(takeSignIn(storage)).toBeUndefined();
});
