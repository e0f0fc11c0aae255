/** Longer secrets, such as seeds and phone numbers, don't occur by chance. */
const LONGEST_CODE = 8;

/**
 * The lines in which a secret can be read. Times, ids and measurements are full of digits, so a short code has to stand as a word of its
 * own, though a sentence may end with it.
 * @param secrets letters and digits
 */
export function findLeaks(lines: readonly string[], secrets: readonly string[]): readonly string[] {
  const alternatives = [...new Set(secrets)].map((secret) =>
    secret.length > LONGEST_CODE ? secret : `(?<![0-9A-Za-z]|[0-9][.,])${secret}(?![0-9A-Za-z]|[.,][0-9])`,
  );
  const leak = new RegExp(alternatives.join('|'));
  return lines.filter((line) => leak.test(line));
}
