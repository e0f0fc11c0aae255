/**
 * Runs one piece of work after the other, in the order of the calls. Reading goes through it as well as writing: what was
 * asked for before is seen by whoever asks next.
 */
export type SerialQueue = <T>(work: () => Promise<T>) => Promise<T>;

export function serialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    // Work that failed has told its own caller; the next runs all the same.
    const result = last.then(work, work);
    last = result;
    return result;
  };
}
