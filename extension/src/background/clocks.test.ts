import { expect, test } from 'vitest';
import type { DateAnswer } from '../clock/skew.ts';
import { serialQueue } from '../serial-queue.ts';
import { storageItem } from '../storage-item.ts';
import { memoryStorage } from '../vault/memory-storage.fixture.ts';
import { openClocks, type SiteClocks } from './clocks.ts';
import { DocumentGoneError, type Frames } from './frames.ts';

const SHOP = { tabId: 1, documentId: 'shop', origin: 'https://shop.example' };
const BANK = { tabId: 2, documentId: 'bank', origin: 'https://bank.example' };

/** Sites whose clocks are ahead of the device's, one that says the same date for ever, and one that is gone. */
async function world(sites: Readonly<Record<string, number | 'frozen' | 'gone'>>) {
  const clock = { now: 1_700_000_000_250 };
  const asked: string[] = [];
  const begin = clock.now;
  async function ask({ documentId }: { readonly documentId: string }): Promise<DateAnswer> {
    asked.push(documentId);
    const site = sites[documentId]!;
    if (site === 'gone') throw new DocumentGoneError('gone');
    clock.now += 20;
    const date = site === 'frozen' ? begin - 90_000 : clock.now - 10 + site;
    return { date: new Date(date).toUTCString(), age: null };
  }
  const item = storageItem<SiteClocks>({ area: memoryStorage(), key: 'clocks', fallback: {} });
  const reopen = () =>
    openClocks({
      item,
      queue: serialQueue(),
      frames: { ask } as unknown as Pick<Frames, 'ask'>,
      now: () => clock.now,
      sleep: async (millis) => {
        clock.now += millis;
      },
    });
  return { clock, asked, reopen, clocks: reopen() };
}

test('a wrong clock is found by two answers, and remembered over an end of the background', async () => {
  const { clocks, reopen, asked } = await world({ shop: 60_000 });
  expect(await clocks.measure(SHOP)).toBeCloseTo(60_000, -3);
  expect(asked).toEqual(['shop', 'shop']);
  expect((await reopen().skews())[SHOP.origin]).toBeCloseTo(60_000, -3);
  expect(await reopen().skewAt(SHOP)).toBeCloseTo(60_000, -3);
  expect(asked).toHaveLength(2);
});

test('a right clock is asked once, and again after a while', async () => {
  const { clocks, clock, asked } = await world({ shop: 0 });
  expect([await clocks.measure(SHOP), await clocks.measure(SHOP)]).toEqual([0, 0]);
  expect(asked).toEqual(['shop']);
  clock.now += 6 * 60_000;
  await clocks.measure(SHOP);
  expect(asked).toEqual(['shop', 'shop']);
});

test('questions at the same time are one question', async () => {
  const { clocks, asked } = await world({ shop: 0 });
  await Promise.all([clocks.measure(SHOP), clocks.measure(SHOP), clocks.skewAt(SHOP)]);
  expect(asked).toEqual(['shop']);
});

test('the same date for ever, or none, corrects nothing', async () => {
  const { clocks } = await world({ shop: 'frozen', bank: 'gone' });
  expect(await clocks.measure(SHOP)).toBe(0);
  expect(await clocks.measure(BANK)).toBe(0);
});

test('a site decides about its own time alone', async () => {
  const { clocks } = await world({ shop: 60_000, bank: 0 });
  await clocks.measure(SHOP);
  expect(await clocks.skewAt(BANK)).toBe(0);
  expect(await clocks.skews()).toMatchObject({ [BANK.origin]: 0 });
});

test('a fill waits for the answer of a new site only where the clock was found wrong before', async () => {
  const right = await world({ shop: 60_000 });
  expect(await right.clocks.skewAt(SHOP)).toBe(0);
  const wrong = await world({ shop: 60_000, bank: 61_000 });
  await wrong.clocks.measure(BANK);
  wrong.clock.now += 60 * 60_000;
  expect(await wrong.clocks.skewAt(SHOP)).toBeCloseTo(60_000, -3);
});
