/** Where a text would go. */
export interface Destination {
  readonly e164: string;
  /** ISO 3166-1 alpha-2 by the number's own digits; absent for numbers of no country, such as `+883…`. */
  readonly country?: string;
}

const COUNTRY = /^[A-Z]{2}$/;
const PREFIX = /^\+[1-9][0-9]{0,14}$/;

/**
 * Whether a text names destinations: a country (`US`), or numbers by how they begin (`+49`, `+1876`). A calling code alone is often
 * several countries: `+1` is also Jamaica, to which texts cost many times as much.
 */
export function isDestinationName(name: string): boolean {
  return COUNTRY.test(name) || PREFIX.test(name);
}

/** The name that fits best: the longest beginning, then the country; `undefined` when none fits. */
export function bestDestinationName(names: readonly string[], { e164, country }: Destination): string | undefined {
  let best: string | undefined;
  for (const name of names) {
    if (name.startsWith('+') && e164.startsWith(name) && name.length > (best?.length ?? 0)) best = name;
  }
  return best ?? names.find((name) => name === country);
}
