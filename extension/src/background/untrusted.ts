// What comes from content scripts comes from a process that the page may have taken over: nothing of another type or size gets in.

/** The members of an object; none for anything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A list, the first of its items; empty for anything else. */
export function asArray(value: unknown, maxItems: number): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]).slice(0, maxItems) : [];
}

/** A text, the beginning of it; the empty text for anything else. */
export function asText(value: unknown, maxLength: number): string {
  return typeof value === 'string' ? value.slice(0, maxLength) : '';
}

/** The texts of a list, without those that are none or too long: half of one would be another. */
export function asTexts(
  value: unknown,
  { maxItems, maxLength }: { maxItems: number; maxLength: number },
): readonly string[] {
  return asArray(value, maxItems).filter(
    (text): text is string => typeof text === 'string' && text.length <= maxLength,
  );
}

/** A whole number; -1 for anything else. */
export function asWholeNumber(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : -1;
}

/** One of some texts, the last of them for all else. */
export function oneOf<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice {
  return choices.find((choice) => choice === value) ?? choices.at(-1)!;
}
