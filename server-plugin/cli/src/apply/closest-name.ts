/** More changed letters than this, and a name is another word. */
const MAX_CHANGES = 3;

/** The known name that somebody most probably meant. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const [closest] = known
    .map((candidate) => ({ candidate, changes: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ changes }) => changes <= MAX_CHANGES)
    .toSorted((one, other) => one.changes - other.changes);
  return closest?.candidate;
}

/** Levenshtein's: how many letters are added, dropped or replaced. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (let column = 0; column < other.length; column += 1) {
      const replaced = (row[column] ?? 0) + (letter === other[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
