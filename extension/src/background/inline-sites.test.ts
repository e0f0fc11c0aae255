import { expect, test } from 'vitest';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { memoryStorage } from '../vault/memory-storage.fixture.ts';
import { openInlineSites } from './inline-sites.ts';

const [HERE, OTHER_PORT] = ['https://id.example', 'https://id.example:8443'];
const PATTERN = 'https://id.example/*';

function world() {
  const granted = new Set<string>();
  const running = new Set<string>();
  const sites = openInlineSites({
    item: storageItem<readonly string[]>({ area: memoryStorage(), key: 'inlineSites', fallback: [] }),
    queue: serialQueue(),
    scripts: {
      isGranted: async (pattern) => granted.has(pattern),
      takeBack: async (pattern) => void granted.delete(pattern),
      registered: async () => [...running],
      register: async (pattern) => void running.add(pattern),
      unregister: async (pattern) => void running.delete(pattern),
    },
  });
  return { sites, granted, running };
}

test('a site runs the script once its grant is there, and not before', async () => {
  const { sites, granted, running } = world();
  await sites.turnOn(HERE);
  expect([await sites.has(HERE), running.size]).toEqual([false, 0]);
  granted.add(PATTERN);
  await sites.register();
  expect([await sites.has(HERE), [...running]]).toEqual([true, [PATTERN]]);
});

test('turning it off takes the grant back, unless another port of the host needs it', async () => {
  const { sites, granted, running } = world();
  granted.add(PATTERN);
  await sites.turnOn(HERE);
  await sites.turnOn(OTHER_PORT);
  await sites.turnOff(HERE);
  expect([await sites.all(), granted.has(PATTERN), running.size]).toEqual([[OTHER_PORT], true, 1]);
  await sites.turnOff(OTHER_PORT);
  expect([await sites.all(), granted.has(PATTERN), running.size]).toEqual([[], false, 0]);
});

test('a grant that the user takes back in the browser ends it for good', async () => {
  const { sites, granted, running } = world();
  granted.add(PATTERN);
  await sites.turnOn(HERE);
  granted.delete(PATTERN);
  await sites.reconcile();
  granted.add(PATTERN);
  await sites.register();
  expect([await sites.all(), running.size]).toEqual([[], 0]);
});

test('scripts that an update of the extension has thrown away run again, and forgotten ones end', async () => {
  const { sites, granted, running } = world();
  granted.add(PATTERN);
  await sites.turnOn(HERE);
  running.clear();
  running.add('https://old.example/*');
  await sites.reconcile();
  expect([...running]).toEqual([PATTERN]);
});

test('no code is offered where none may be given', async () => {
  const { sites, granted } = world();
  granted.add('http://id.example/*');
  await sites.turnOn('http://id.example');
  expect(await sites.all()).toEqual([]);
});
