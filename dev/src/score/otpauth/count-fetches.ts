/** Runs a task while `fetch` is replaced by one that loads nothing and counts. */
export function countFetches<Result>(task: () => Result): { readonly result: Result; readonly fetches: number } {
  const original = globalThis.fetch;
  let fetches = 0;
  globalThis.fetch = () => {
    fetches += 1;
    return Promise.reject(new TypeError('Nothing is loaded while a corpus is scored.'));
  };
  try {
    return { result: task(), fetches };
  } finally {
    globalThis.fetch = original;
  }
}
