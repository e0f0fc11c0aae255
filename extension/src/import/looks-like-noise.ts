const VALUES = 256;
/** Of the shortest files of noise one in thirty thousand is denied, and of long ones none. */
const MAX_DEVIATIONS = 6;

/**
 * Whether bytes may have been drawn by lot, as those of a ciphertext seem to be: no more pairs of them are equal than chance
 * brings about. In plain data some values come again and again.
 */
export function looksLikeNoise(bytes: Uint8Array): boolean {
  const counts = new Uint32Array(VALUES);
  for (const byte of bytes) counts[byte]! += 1;
  const equalPairs = counts.reduce((sum, count) => sum + pairsOf(count), 0);
  const pairs = pairsOf(bytes.length);
  // Whether two bytes are equal says nothing about two others, so that the variances of all pairs add up.
  const expected = pairs / VALUES;
  const deviation = Math.sqrt(expected * (1 - 1 / VALUES));
  return equalPairs <= expected + MAX_DEVIATIONS * deviation;
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
