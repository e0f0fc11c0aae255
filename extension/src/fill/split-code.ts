/**
 * The text of each box of a field: the whole code for one box, a character each for as many boxes as it has
 * characters, and as much as each takes for wider ones, such as 3 + 3. `undefined` when the code does not fit.
 * @param maxLengths of the boxes in order; negative without a limit, as in the DOM
 */
export function splitCode(code: string, maxLengths: readonly number[]): readonly string[] | undefined {
  const [first = -1] = maxLengths;
  if (maxLengths.length === 1) return first < 0 || first >= code.length ? [code] : undefined;
  if (maxLengths.length === code.length) return [...code];

  const room = maxLengths.reduce((sum, length) => sum + length, 0);
  if (room !== code.length || maxLengths.some((length) => length < 1)) return undefined;
  let start = 0;
  return maxLengths.map((length) => code.slice(start, (start += length)));
}
