import { text } from '../ui/text.ts';
import { useNow } from '../ui/use-now.ts';

/** For the next code of an account. */
export interface Wait {
  /** In milliseconds since 1970. */
  readonly until: number;
  readonly secondsAtFirst: number;
}

/** `undefined` when that moment is now. */
export function waitUntil(until: number): Wait | undefined {
  const secondsAtFirst = Math.ceil((until - Date.now()) / 1000);
  return secondsAtFirst > 0 ? { until, secondsAtFirst } : undefined;
}

/** Counts down, for whoever sees. */
export function NextCodeWait({ until }: Wait) {
  const seconds = Math.max(Math.ceil((until - useNow(250)) / 1000), 0);
  return <span aria-hidden="true">{text('waitingForNext', String(seconds))}</span>;
}

/** Says it once and not every second. */
export function WaitStatus({ wait }: { readonly wait: Wait | undefined }) {
  return (
    <p class="visually-hidden" role="status">
      {wait !== undefined && text('waitingForNext', String(wait.secondsAtFirst))}
    </p>
  );
}
