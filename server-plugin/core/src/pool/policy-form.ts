import {
  changedPolicyAttributes,
  DEFAULT_POOL_POLICY,
  POLICY_FIELDS,
  type PolicyField,
  policyFieldNames,
  type PolicyFormValues,
  policyFormValues,
  POOL_ATTRIBUTES,
  type PoolPolicyResult,
} from '@lifeguard/shared/mfa';
import type { Ports } from '../ports.ts';
import { changePolicy } from './change-policy.ts';

/** The fields of a form for the policy, in their order. */
export function policyFormFields(): readonly (PolicyField & { readonly name: string; readonly byDefault: string })[] {
  return policyFieldNames().map((name) => ({
    name,
    byDefault: String(DEFAULT_POOL_POLICY[name]),
    ...POLICY_FIELDS[name],
  }));
}

/** What the form shows of the pool. */
export function showPolicyForm(_input: unknown, ports: Ports): PolicyFormValues {
  return policyFormValues(ports.poolAttributes());
}

/**
 * Saves a form whose values are kept somewhere else as well, as Keycloak keeps those of a component.
 * @param input `values`: by field; `isNew`: nothing was kept yet, so whoever filled it in has seen the defaults and not the pool
 */
export function savePolicyForm(
  { values, isNew }: { readonly values: Partial<PolicyFormValues>; readonly isNew: boolean },
  ports: Ports,
): PoolPolicyResult | { readonly ok: true } {
  const before = ports.poolAttributes();
  const attributes = changedPolicyAttributes(before, withEmptyTexts(values));
  if (Object.keys(attributes).length === 0) return { ok: true };
  const attribute = Object.values(POOL_ATTRIBUTES).find((name) => before[name] !== undefined);
  if (isNew && attribute !== undefined) {
    const message =
      'This page showed the defaults and not the policy of the realm. Set the policy once by another way, then reload.';
    return { ok: false, problems: [{ attribute, message }] };
  }
  return changePolicy({ attributes }, ports);
}

/** Keycloak keeps no empty values, so a text that is missing was emptied. */
function withEmptyTexts(values: Partial<PolicyFormValues>): Partial<PolicyFormValues> {
  const texts = policyFieldNames().filter((name) => ['text', 'number', 'date'].includes(POLICY_FIELDS[name].kind));
  return { ...Object.fromEntries(texts.map((name) => [name, ''])), ...values };
}
