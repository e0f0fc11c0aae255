import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { climb, type FillStep, type LadderField, type Rung } from './ladder.ts';

type Reading = ReturnType<LadderField['readBack']>;

const STEPS: readonly FillStep[] = ['value', 'insert-text', 'paste', 'keys'];

/** A page that shows these readings after each step, one a turn, the last of them from then on. */
function pageOf(readings: Partial<Record<FillStep, readonly Reading[]>>, isWritten = true) {
  const written: FillStep[] = [];
  let turn = 0;
  const rungs: readonly Rung[] = STEPS.map((step) => ({
    step,
    async write() {
      written.push(step);
      turn = 0;
      return isWritten;
    },
  }));
  const field: LadderField = {
    readBack() {
      const shown = readings[written.at(-1)!] ?? ['other'];
      return shown[Math.min(turn, shown.length - 1)]!;
    },
    async nextTurn() {
      turn += 1;
    },
  };
  return { rungs, field, written };
}

async function climbed(readings: Parameters<typeof pageOf>[0], isWritten = true) {
  const { rungs, field, written } = pageOf(readings, isWritten);
  return { outcome: await climb(rungs, field), written };
}

describe('the ladder', () => {
  test('ends at the first step that holds', async () => {
    expect(await climbed({ value: ['kept'] })).toEqual({
      outcome: { kept: true, by: 'value', isTaken: false },
      written: ['value'],
    });
    expect(await climbed({ paste: ['kept'] })).toEqual({
      outcome: { kept: true, by: 'paste', isTaken: false },
      written: ['value', 'insert-text', 'paste'],
    });
  });

  test('goes on when the page takes the value back a frame later', async () => {
    const { outcome } = await climbed({ value: ['kept', 'kept', 'other'], 'insert-text': ['kept'] });
    expect(outcome).toEqual({ kept: true, by: 'insert-text', isTaken: false });
  });

  test('waits for a page that spreads or formats the code', async () => {
    const { outcome, written } = await climbed({ value: ['other', 'other', 'other', 'kept'] });
    expect({ outcome, written }).toEqual({ outcome: { kept: true, by: 'value', isTaken: false }, written: ['value'] });
  });

  test('says that nothing helped', async () => {
    expect(await climbed({})).toEqual({ outcome: { kept: false, reason: 'not-kept' }, written: STEPS });
  });

  test('says that the page drops zeros: no other step would help', async () => {
    expect(await climbed({ value: ['kept', 'zero-lost'] })).toEqual({
      outcome: { kept: false, reason: 'zero-lost' },
      written: ['value'],
    });
  });
});

describe('a code is not written a second time', () => {
  test.each([
    ['that sends its form at once and empties it', ['sent'], { kept: true, by: 'value', isTaken: true }],
    ['that closes the form once it is full', ['kept', 'gone'], { kept: true, by: 'value', isTaken: true }],
    ['that takes the whole code and closes the form at once', ['gone'], { kept: true, by: 'value', isTaken: true }],
  ] as const)('to a page %s', async (_name, value, outcome) => {
    expect(await climbed({ value })).toEqual({ outcome, written: ['value'] });
  });

  test('to a page whose field goes before it had the code', async () => {
    const outcome = { kept: false, reason: 'gone' };
    expect(await climbed({ value: ['other', 'gone'] }, false)).toEqual({ outcome, written: ['value'] });
  });

  test('whatever a page shows, steps go up one by one and none follows a code that held, was sent or went', async () => {
    const reading = fc.constantFrom<Reading>('kept', 'zero-lost', 'other', 'gone', 'sent');
    const readings = fc.array(reading, { minLength: 1, maxLength: 12 });
    const shown = fc.record({ value: readings, 'insert-text': readings, paste: readings, keys: readings });
    await fc.assert(
      fc.asyncProperty(shown, async (page) => {
        const { outcome, written } = await climbed(page);
        expect(written).toEqual(STEPS.slice(0, written.length));
        if (outcome.kept) expect(outcome.by).toBe(written.at(-1));
        for (const step of written.slice(0, -1)) expect(page[step]).toContain('other');
      }),
    );
  });
});
