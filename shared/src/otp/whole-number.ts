export interface WholeNumberRange {
  readonly min: number;
  readonly max: number;
}

export function isWithin(range: WholeNumberRange, value: number): boolean {
  return Number.isSafeInteger(value) && value >= range.min && value <= range.max;
}

/** The number that a text of ASCII digits says, or `undefined`: no sign, no exponent, no digits of other scripts. */
export function parseWholeNumber(text: string, range: WholeNumberRange): number | undefined {
  if (!/^[0-9]+$/.test(text)) return undefined;
  const value = Number(text);
  return isWithin(range, value) ? value : undefined;
}
