import { formatSpendPolicy, parseSpendPolicy } from '@lifeguard/shared/mfa';
import type { RealmAttributes } from '../api/read-attributes.ts';

/** The settings as the realm has them, by attribute; what it does not have is the default, and what can't be read stands as it is. */
export function settingsOf(attributes: RealmAttributes): Readonly<Record<string, string>> {
  const defaults = parseSpendPolicy({});
  if (!defaults.ok) throw new Error('a realm without settings must have readable ones');
  const texts = Object.entries(formatSpendPolicy(defaults.spend));
  return Object.fromEntries(texts.map(([name, byDefault]) => [name, attributes[name] ?? byDefault]));
}

/** The attributes that somebody has edited to something else. */
export function changedSettings(attributes: RealmAttributes, edits: RealmAttributes): Readonly<Record<string, string>> {
  const saved = settingsOf(attributes);
  return Object.fromEntries(
    Object.entries(edits).flatMap(([name, value]) =>
      value === undefined || value === saved[name] ? [] : [[name, value]],
    ),
  );
}

/** Why the settings could not be saved so, by attribute. */
export function settingsProblems(
  attributes: RealmAttributes,
  edits: RealmAttributes,
): Readonly<Record<string, string | undefined>> {
  const result = parseSpendPolicy({ ...attributes, ...edits });
  if (result.ok) return {};
  return Object.fromEntries(result.problems.map(({ attribute, message }) => [attribute, message]));
}
