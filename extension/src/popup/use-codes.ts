import { useEffect, useState } from 'preact/hooks';
import type { FinishedCode } from '../messages/account-views-api.ts';
import { ask } from '../ui/ask.ts';

type Codes = Readonly<Record<string, FinishedCode>>;

/**
 * The codes of the accounts that are shown, and new ones as they change.
 * @param revision counts up when the vault is read anew, which asks again: that may say that a page has got one of them
 */
export function useCodes(ids: readonly string[], revision: number, onLocked: () => void): Codes {
  const [codes, setCodes] = useState<Codes>({});
  const wanted = ids.join();

  async function read(): Promise<void> {
    const finished = await ask('readCodes', { ids });
    if (!finished.ok) return onLocked();
    setCodes(finished.codes);
  }
  useEffect(() => {
    if (ids.length > 0) void read();
  }, [wanted, revision]);

  const nextChange = Math.min(...ids.map((id) => codes[id]?.validUntilInMillis ?? Number.POSITIVE_INFINITY));
  useEffect(() => {
    if (!Number.isFinite(nextChange)) return undefined;
    const timer = setTimeout(() => void read(), nextChange - Date.now());
    return () => clearTimeout(timer);
  }, [nextChange, wanted]);
  return codes;
}
