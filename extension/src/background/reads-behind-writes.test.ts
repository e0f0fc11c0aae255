import { expect, test } from 'vitest';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { memoryStorage } from '../vault/memory-storage.fixture.ts';
import { openEnrolments } from './enrolments.ts';
import { openGivenCodes } from './given-codes.ts';
import { openHeldCodes } from './held-codes.ts';
import { openInlineOffers } from './inline-offers.ts';
import { openUses } from './uses.ts';

const ORIGIN = 'https://shop.example';
const DOCUMENT = { tabId: 1, frameId: 0, documentId: 'd', origin: ORIGIN };

function stored() {
  return { item: storageItem({ area: memoryStorage(), key: 'item', fallback: {} }), queue: serialQueue() };
}

interface Asked {
  readonly written: Promise<unknown>;
  readonly read: Promise<unknown>;
}

test.each<[string, () => Asked, unknown]>([
  [
    'enrolments',
    () => {
      const enrolments = openEnrolments({ ...stored(), commit: async () => true });
      const written = enrolments.begin(1, { accountId: 'a', origin: ORIGIN, phase: 'filled' });
      return { written, read: enrolments.all() };
    },
    { 1: { accountId: 'a', origin: ORIGIN, phase: 'filled' } },
  ],
  [
    'spent codes',
    () => {
      const codes = openGivenCodes(stored());
      return { written: codes.remember('a', { step: 1, documentId: 'd' }), read: codes.all() };
    },
    { a: { step: 1, documentId: 'd' } },
  ],
  [
    'held codes',
    () => {
      const codes = openHeldCodes(stored());
      return { written: codes.hold(1, { origin: ORIGIN, codes: ['3f9c1-a07be'] }), read: codes.find(1, ORIGIN) };
    },
    ['3f9c1-a07be'],
  ],
  [
    'offers',
    () => {
      const offers = openInlineOffers(stored());
      const written = offers.make(DOCUMENT, { challenge: 'c', boxes: [0], wants: 'totp' });
      return { written, read: offers.in(1) };
    },
    { documentId: 'd', origin: ORIGIN, challenge: 'c', boxes: [0], wants: 'totp' },
  ],
  [
    'uses',
    () => {
      const uses = openUses({ ...stored(), now: () => 7 });
      return { written: uses.note('a'), read: uses.all() };
    },
    { a: 7 },
  ],
])('%s are read behind a write that was asked for before', async (_name, ask, value) => {
  const { written, read } = ask();
  expect(await read).toEqual(value);
  await written;
});
