import { useEffect, useState } from 'preact/hooks';

/** Whether something failed that nobody expected, such as a background that does not answer; the console says what. */
export function useUnexpectedError(): boolean {
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const failures = new AbortController();
    const { signal } = failures;
    addEventListener('unhandledrejection', () => setFailed(true), { signal });
    addEventListener('error', () => setFailed(true), { signal });
    return () => failures.abort();
  }, []);
  return hasFailed;
}
