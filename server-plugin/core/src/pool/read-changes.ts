import type { PolicyProblem } from '@lifeguard/shared/mfa';

/** Attributes to change, by name, or what is wrong with them. */
export type AttributeChanges =
  | { readonly ok: true; readonly attributes: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** A name that nobody knows is a typing error, and one that is dropped in silence would leave a pool open. */
export function readChanges(attributes: unknown, known: readonly string[]): AttributeChanges {
  const entries = Object.entries((attributes ?? {}) as Record<string, unknown>);
  const problems = entries.flatMap(([attribute, value]) => {
    if (!known.includes(attribute)) return [{ attribute, message: 'There is no such attribute here.' }];
    return typeof value === 'string' ? [] : [{ attribute, message: 'The value must be a text.' }];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, attributes: Object.fromEntries(entries) as Readonly<Record<string, string>> };
}
