import { useEffect, useRef } from 'preact/hooks';
import { type Arming, type ArmingEvent, isArmed, nextArming, unarmed } from './arming.ts';
import { SEEN_AT_FIRST, watchSight } from './watch-sight.ts';

export interface Presses {
  /** Notes a press on an account. Whether it may count is decided now, before the press itself gives the frame the focus. */
  begin(event: Event): void;
  /** Whether the press that ends here is a choice. */
  counts(event: Event): boolean;
}

/** Lets a press count only by a person who has had time to see what is chosen. */
export function usePresses(port: MessagePort): Presses {
  const arming = useRef<Arming>(unarmed(performance.now(), { isSeen: SEEN_AT_FIRST }));
  const pressed = useRef<EventTarget | null>(null);

  function happen(event: ArmingEvent): void {
    arming.current = nextArming(arming.current, event, performance.now());
  }

  useEffect(() => {
    const disturb = (): void => happen({ kind: 'disturbed' });
    watchSight(document.documentElement, (isSeen) => happen({ kind: 'sight', isSeen }));
    port.addEventListener('message', disturb);
    port.start();
    addEventListener('resize', disturb);
    // By a key, that is. A pointer's press brings the focus too, after what it has begun.
    addEventListener('focus', () => pressed.current ?? disturb());
    document.addEventListener('visibilitychange', disturb);
  }, []);

  return {
    begin(event) {
      const isHeld = event instanceof KeyboardEvent && event.repeat;
      const isReady = event.isTrusted && !isHeld && isArmed(arming.current, performance.now());
      pressed.current = isReady ? event.currentTarget : null;
      happen({ kind: 'pressed' });
    },
    counts(event) {
      const isSame = pressed.current === event.currentTarget;
      pressed.current = null;
      return event.isTrusted && isSame && document.hasFocus() && isArmed(arming.current, performance.now());
    },
  };
}
