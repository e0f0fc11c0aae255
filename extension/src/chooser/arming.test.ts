import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arming, type ArmingEvent, ARMS_AFTER_MILLIS, isArmed, nextArming, unarmed } from './arming.ts';

const event: fc.Arbitrary<ArmingEvent> = fc.oneof(
  fc.constant<ArmingEvent>({ kind: 'disturbed' }),
  fc.constant<ArmingEvent>({ kind: 'pressed' }),
  fc.boolean().map((isSeen): ArmingEvent => ({ kind: 'sight', isSeen })),
);
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 * ARMS_AFTER_MILLIS }), event));

function live(events: readonly (readonly [number, ArmingEvent])[], isSeen: boolean) {
  let now = 0;
  let arming: Arming = unarmed(now, { isSeen });
  for (const [wait, next] of events) {
    now += wait;
    arming = nextArming(arming, next, now);
  }
  return { arming, now };
}

test('it is never armed sooner than its time after a disturbance, or out of sight', () => {
  fc.assert(
    fc.property(history, fc.boolean(), fc.nat(ARMS_AFTER_MILLIS - 1), (events, isSeen, soon) => {
      const { arming, now } = live([...events, [0, { kind: 'disturbed' }]], isSeen);
      expect(isArmed(arming, now + soon)).toBe(false);
      const covered = nextArming(arming, { kind: 'sight', isSeen: false }, now);
      expect(isArmed(covered, now + 10 * ARMS_AFTER_MILLIS)).toBe(false);
      const seenAgain = nextArming(covered, { kind: 'sight', isSeen: true }, now);
      expect(isArmed(seenAgain, now + soon)).toBe(false);
    }),
  );
});

test('whatever has happened, it is armed once it was seen and left in peace for its time', () => {
  fc.assert(
    fc.property(history, fc.boolean(), (events, isSeen) => {
      const { arming, now } = live([...events, [0, { kind: 'sight', isSeen: true }]], isSeen);
      expect(isArmed(arming, now + ARMS_AFTER_MILLIS)).toBe(true);
    }),
  );
});

test('whoever presses on and on without waiting chooses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(ARMS_AFTER_MILLIS - 1)), (waits) => {
      const presses = waits.map((wait) => [wait, { kind: 'pressed' } as const] as const);
      const { arming, now } = live(presses, true);
      expect(isArmed(arming, now)).toBe(false);
    }),
  );
});
