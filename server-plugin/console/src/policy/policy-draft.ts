import {
  changePoolPolicy,
  DEFAULT_POOL_POLICY,
  formatPoolPolicy,
  POOL_ATTRIBUTES,
  requiredAfterCreationProblem,
} from '@lifeguard/shared/mfa';
import type { RealmAttributes } from '../api/read-attributes.ts';
import type { PolicyFieldName } from './policy-fields.ts';

/** What stands in the form: the text of each field, which may be one that the rules refuse. */
export type PolicyDraft = Readonly<Record<PolicyFieldName, string>>;

const FIELDS = Object.keys(POOL_ATTRIBUTES) as PolicyFieldName[];
const DEFAULTS = formatPoolPolicy(DEFAULT_POOL_POLICY);

/** The fields as the realm has them; what it does not have is the default. */
export function draftOf(attributes: RealmAttributes): PolicyDraft {
  const texts = FIELDS.map((field) => {
    const name = POOL_ATTRIBUTES[field];
    return [field, attributes[name] ?? DEFAULTS[name] ?? ''] as const;
  });
  return Object.fromEntries(texts) as PolicyDraft;
}

export interface PolicyFieldChange {
  readonly field: PolicyFieldName;
  readonly from: string;
  readonly to: string;
}

export function changesOf(attributes: RealmAttributes, draft: PolicyDraft): readonly PolicyFieldChange[] {
  const saved = draftOf(attributes);
  return FIELDS.flatMap((field) =>
    saved[field] === draft[field] ? [] : [{ field, from: saved[field], to: draft[field] }],
  );
}

/** The realm attributes to change, as the plugin takes them. */
export function changedAttributes(changes: readonly PolicyFieldChange[]): Readonly<Record<string, string>> {
  return Object.fromEntries(changes.map(({ field, to }) => [POOL_ATTRIBUTES[field], to]));
}

/** Why the draft could not be saved, by field; none when it could. */
export function problemsOf(
  attributes: RealmAttributes,
  draft: PolicyDraft,
): Readonly<Partial<Record<PolicyFieldName, string>>> {
  const result = changePoolPolicy(attributes, changedAttributes(changesOf(attributes, draft)));
  if (result.ok) return {};
  const found = result.problems.map(
    ({ attribute, message }) => [FIELDS.find((field) => POOL_ATTRIBUTES[field] === attribute), message] as const,
  );
  return Object.fromEntries(found);
}

/** Whether the draft demands a second factor of a pool that exists, which its operator has to allow. */
export function mustAllowRequired(attributes: RealmAttributes, draft: PolicyDraft): boolean {
  const after = { ...attributes, ...changedAttributes(changesOf(attributes, draft)) };
  return requiredAfterCreationProblem(attributes, after) !== undefined;
}
