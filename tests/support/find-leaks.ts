/** Longer secrets, such as seeds and phone numbers, don't occur by chance. */
const LONGEST_CODE = 8;
/** A code stands as a word of its own, though a sentence may end with it: times, ids and measurements are full of digits. */
const WORD = /(?<![0-9A-Za-z]|[0-9][.,])[0-9A-Za-z]{1,8}(?![0-9A-Za-z]|[.,][0-9])/g;
const RUN = /[0-9A-Za-z]{9,}/g;

/**
 * The lines in which a secret can be read: a short one as a word of its own, a longer one anywhere. It looks up what stands in a line
 * and not each secret in turn, of which there are thousands.
 * @param secrets letters and digits
 */
export function findLeaks(lines: readonly string[], secrets: readonly string[]): readonly string[] {
  const codes = new Set(secrets.filter(({ length }) => length <= LONGEST_CODE));
  const longer = new Set(secrets.filter(({ length }) => length > LONGEST_CODE));
  const lengths = [...new Set([...longer].map(({ length }) => length))];

  function holdsLonger(run: string): boolean {
    return lengths.some((length) => {
      for (let begin = 0; begin + length <= run.length; begin += 1) {
        if (longer.has(run.slice(begin, begin + length))) return true;
      }
      return false;
    });
  }
  return lines.filter(
    (line) => line.match(WORD)?.some((word) => codes.has(word)) || line.match(RUN)?.some((run) => holdsLonger(run)),
  );
}
