/** Different codes that are not the given one. */
export function wrongCodes(code: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String((Number(code) + index + 1) % 1_000_000).padStart(6, '0'));
}
