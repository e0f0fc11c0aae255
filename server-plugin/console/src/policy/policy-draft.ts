import {
  changedPolicyAttributes,
  changePoolPolicy,
  type PolicyFieldName,
  policyFieldNames,
  type PolicyFormValues,
  policyFormValues,
  POOL_ATTRIBUTES,
  requiredAfterCreationProblem,
} from '@lifeguard/shared/mfa';
import type { RealmAttributes } from '../api/read-attributes.ts';

export interface PolicyFieldChange {
  readonly field: PolicyFieldName;
  readonly from: string;
  readonly to: string;
}

/** What saving would change, to be shown before. */
export function changesOf(attributes: RealmAttributes, draft: PolicyFormValues): readonly PolicyFieldChange[] {
  const saved = policyFormValues(attributes);
  return policyFieldNames().flatMap((field) =>
    saved[field] === draft[field] ? [] : [{ field, from: saved[field], to: draft[field] }],
  );
}

/** Why the draft could not be saved, by field; none when it could. */
export function problemsOf(
  attributes: RealmAttributes,
  draft: PolicyFormValues,
): Readonly<Partial<Record<PolicyFieldName, string>>> {
  const result = changePoolPolicy(attributes, changedPolicyAttributes(attributes, draft));
  if (result.ok) return {};
  const found = result.problems.map(
    ({ attribute, message }) =>
      [policyFieldNames().find((field) => POOL_ATTRIBUTES[field] === attribute), message] as const,
  );
  return Object.fromEntries(found);
}

/** Whether the draft demands a second factor of a pool that exists, which its operator has to allow. */
export function mustAllowRequired(attributes: RealmAttributes, draft: PolicyFormValues): boolean {
  const after = { ...attributes, ...changedPolicyAttributes(attributes, draft) };
  return requiredAfterCreationProblem(attributes, after) !== undefined;
}
