import type { Ports } from '../ports.ts';

/** Wrong codes that one user may enter in one window, whatever the realm's brute-force settings say. */
const GUESSES = { limit: 10, windowInSeconds: 180 } as const;

/** A place for one look at a code, among all requests of the user. */
export interface Guess {
  /** After the right code. */
  giveBack(): void;
}

/**
 * Takes a place before a code is looked at; undefined when all are taken. For codes that nothing else bounds: those of authenticators, and
 * texts of which each sign-in has one of its own.
 */
export function takeGuess(ports: Ports, purpose: 'software-token' | 'sign-in'): Guess | undefined {
  const window = Math.floor(ports.now() / (GUESSES.windowInSeconds * 1000));
  const subject = { purpose, id: `window-${window}` } as const;
  const place = ports.takeAttempt({ ...subject, limit: GUESSES.limit, lifeInSeconds: GUESSES.windowInSeconds });
  return place === 0 ? undefined : { giveBack: () => ports.releaseAttempt({ ...subject, place }) };
}
