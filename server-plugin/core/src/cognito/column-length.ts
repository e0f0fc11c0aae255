/** How many characters of a text most columns of Keycloak's database hold. What Cognito lets be longer has to be refused, or cut. */
export const COLUMN_LENGTH = 255;

/** As much of a label as a column holds, without half a character (a surrogate pair) at its end. */
export function cutToColumn(label: string): string {
  if (label.length <= COLUMN_LENGTH) return label;
  const isHalf = /[\ud800-\udbff]/.test(label.charAt(COLUMN_LENGTH - 1));
  return label.slice(0, isHalf ? COLUMN_LENGTH - 1 : COLUMN_LENGTH);
}
