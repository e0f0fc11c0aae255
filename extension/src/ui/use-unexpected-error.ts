import { useEffect, useState } from 'preact/hooks';
import { BorderError } from '../border.ts';
import { text } from './text.ts';

/** What to say of a failure that nobody expected, such as a background that does not answer; the console says more. */
export function useUnexpectedError(): string | undefined {
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const failures = new AbortController();
    const { signal } = failures;
    addEventListener('unhandledrejection', ({ reason }) => setProblem(sentenceFor(reason)), { signal });
    addEventListener('error', () => setProblem(text('failed')), { signal });
    return () => failures.abort();
  }, []);
  return problem;
}

function sentenceFor(reason: unknown): string {
  const isDiskFull = reason instanceof BorderError && (reason.code === 'no-room' || reason.code === 'not-stored');
  return text(isDiskFull ? 'noRoom' : 'failed');
}
