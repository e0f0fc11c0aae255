import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LOCK_AFTER_IN_MILLIS, unlockedWorld } from '../vault/vault.fixture.ts';
import { waitInUse } from './wait-in-use.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A vault, and a user who is busy in another window until `finish`. */
async function world() {
  const { vault, clock } = await unlockedWorld();
  let finish!: (result: string) => void;
  const waiting = waitInUse(new Promise<string>((resolve) => (finish = resolve)), {
    used: () => vault.stayUnlocked(),
    sleep: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  });
  return {
    vault,
    waiting,
    finish,
    async pass(millis: number) {
      for (let passed = 0; passed < millis; passed += SECOND) {
        clock.now += SECOND;
        await vi.advanceTimersByTimeAsync(SECOND);
      }
    },
  };
}

test('the vault stays open while the user is busy in a window elsewhere, for ten minutes and its own time', async () => {
  const { vault, pass } = await world();
  await pass(10 * MINUTE);
  expect(await vault.accounts()).toEqual([]);
  await pass(LOCK_AFTER_IN_MILLIS);
  expect(await vault.accounts()).toBeUndefined();
});

test('its own time begins again when that window is closed', async () => {
  const { vault, waiting, finish, pass } = await world();
  await pass(2 * MINUTE);
  finish('done');
  expect(await waiting).toBe('done');
  await pass(LOCK_AFTER_IN_MILLIS);
  expect(await vault.accounts()).toBeUndefined();
});

test('a vault that is locked meanwhile stays locked', async () => {
  const { vault, pass } = await world();
  await vault.lock();
  await pass(MINUTE);
  expect(await vault.accounts()).toBeUndefined();
});
