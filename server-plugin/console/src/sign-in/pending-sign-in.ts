/** What a sign-in that the browser has left the page for must remember until it is back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

const KEY = 'lifeguard-console-sign-in';

/** Holds only for this tab, and is worth nothing without the code that comes back. */
export function rememberSignIn(storage: Pick<Storage, 'setItem'>, pending: PendingSignIn): void {
  storage.setItem(KEY, JSON.stringify(pending));
}

/** Takes it out: a second answer to the same sign-in finds nothing. */
export function takeSignIn(storage: Pick<Storage, 'getItem' | 'removeItem'>): PendingSignIn | undefined {
  const text = storage.getItem(KEY);
  storage.removeItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as PendingSignIn);
}
