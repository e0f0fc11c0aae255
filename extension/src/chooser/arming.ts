/** How long a chooser must have been in plain sight, unmoved, before a choice in it counts. In milliseconds. */
export const ARMS_AFTER_MILLIS = 500;

/** Whether what a person does in the chooser counts as a choice. Times are those of one monotonic clock, in milliseconds. */
export interface Arming {
  /** Whether the browser says that nothing covers the chooser. */
  readonly isSeen: boolean;
  /** Since when nothing has happened that could make the user choose what they have not seen. */
  readonly quietSince: number;
}

export type ArmingEvent =
  /** Moved, resized, covered for a moment, come back into sight, entered by a key. */
  | { readonly kind: 'disturbed' }
  | { readonly kind: 'sight'; readonly isSeen: boolean }
  /** A press of a pointer or a key on an account. One that comes too early starts the time anew: whoever clicks on and on chooses nothing. */
  | { readonly kind: 'pressed' };

export function unarmed(now: number, { isSeen }: Pick<Arming, 'isSeen'>): Arming {
  return { isSeen, quietSince: now };
}

export function isArmed({ isSeen, quietSince }: Arming, now: number): boolean {
  return isSeen && now - quietSince >= ARMS_AFTER_MILLIS;
}

export function nextArming(arming: Arming, event: ArmingEvent, now: number): Arming {
  switch (event.kind) {
    case 'disturbed':
      return { ...arming, quietSince: now };
    case 'sight':
      return event.isSeen === arming.isSeen ? arming : { isSeen: event.isSeen, quietSince: now };
    case 'pressed':
      return isArmed(arming, now) ? arming : { ...arming, quietSince: now };
  }
}
