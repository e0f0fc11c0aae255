import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** What a card shows: nothing yet, why it could not be read, or what was read. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'there'; readonly value: Value };

/**
 * Reads something when the card appears, when `key` changes, and again on `reload`. What was there stays until the new is read; an
 * answer that has been overtaken by a later one is dropped.
 */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  key: string = '',
): { readonly loaded: Loaded<Value>; readonly reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const latest = useRef(load);
  latest.current = load;
  const turn = useRef(0);

  const reload = useCallback(() => {
    const mine = ++turn.current;
    latest.current().then(
      (value) => mine === turn.current && setLoaded({ state: 'there', value }),
      (error: unknown) => mine === turn.current && setLoaded({ state: 'failed', reason: (error as Error).message }),
    );
  }, []);
  useEffect(reload, [key]);
  return { loaded, reload };
}
