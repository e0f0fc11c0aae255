/** How many characters most columns of Keycloak's database hold. */
const COLUMN = 255;
/** What the shell seals for clients, as long as a Session may be. */
export const LONGEST_SESSION = 2_048;

/** @throws Error as the database does, for what a column does not hold */
export function requireFits(...values: readonly (string | null | undefined)[]): void {
  const tooLong = values.find((value) => (value?.length ?? 0) > COLUMN);
  if (tooLong !== undefined) throw new Error(`value too long for a column: ${tooLong?.length} characters`);
}
