import { expect, test } from 'vitest';
import { onLockChange } from '../lock-change.ts';
import type { StorageArea } from '../storage-item.ts';
import { memoryStorage } from './memory-storage.fixture.ts';
import { sessionKey } from './session-key.ts';

const MINUTE = 60_000;

type Listener = Parameters<Parameters<typeof onLockChange>[0]['addListener']>[0];

/** A session area that tells of its changes, as the browser does. */
function watchedSession() {
  const memory = memoryStorage();
  const listeners = new Set<Listener>();
  async function telling(keys: readonly string[], write: () => Promise<void>): Promise<void> {
    const before = await memory.get([...keys]);
    await write();
    const after = await memory.get([...keys]);
    const changed = keys.filter((key) => key in before || key in after);
    if (changed.length === 0) return;
    const changes = Object.fromEntries(changed.map((key) => [key, { oldValue: before[key], newValue: after[key] }]));
    for (const listener of listeners) listener(changes);
  }
  const area: StorageArea = {
    get: memory.get,
    set: (items) => telling(Object.keys(items), () => memory.set(items)),
    remove: (keys) => telling(keys, () => memory.remove(keys)),
  };
  const onChanged = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  const clock = { now: 0 };
  const heard: string[] = [];
  const end = onLockChange(onChanged, (state) => void heard.push(state));
  return { area, clock, heard, end, session: sessionKey({ area, now: () => clock.now }) };
}

test('a lock and an unlock are told once each, and what puts the lock off is no news', async () => {
  const { session, heard } = watchedSession();
  await session.forget();
  await session.keep(new Uint8Array(32), MINUTE);
  await session.extend(MINUTE);
  await session.keep(new Uint8Array(32), MINUTE);
  await session.forget();
  await session.extend(MINUTE);
  expect(heard).toEqual(['unlocked', 'locked']);
});

test('the end of its time is a lock as well, when somebody looks', async () => {
  const { session, clock, heard } = watchedSession();
  await session.keep(new Uint8Array(32), MINUTE);
  clock.now = MINUTE;
  expect(await session.read()).toBeUndefined();
  expect(heard).toEqual(['unlocked', 'locked']);
});

test('other values of the session, and what comes after the end, are not told', async () => {
  const { area, session, heard, end } = watchedSession();
  await area.set({ clocks: {} });
  end();
  await session.keep(new Uint8Array(32), MINUTE);
  expect(heard).toEqual([]);
});
