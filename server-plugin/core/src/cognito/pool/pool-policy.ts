import { DEFAULT_POOL_POLICY, parsePoolPolicy, type PoolPolicy, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import { changePolicy } from '../../pool/change-policy.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortPool } from '../records.ts';
import { CognitoError, invalidParameter } from '../protocol/cognito-error.ts';

/** @throws CognitoError for a realm whose policy can't be read; its users can't sign in either */
export function poolPolicyOf({ attributes }: Pick<PortPool, 'attributes'>): PoolPolicy {
  return requirePoolPolicy(parsePoolPolicy(attributes));
}

/** @throws CognitoError when the policy can't be read: nobody gets in by a typing error */
export function requirePoolPolicy(parsed: PoolPolicyResult): PoolPolicy {
  if (parsed.ok) return parsed.policy;
  const problems = parsed.problems.map(({ attribute, message }) => `${attribute}: ${message}`).join(' ');
  throw new CognitoError(
    'InvalidUserPoolConfigurationException',
    `The policy of the user pool can't be read. ${problems}`,
  );
}

/**
 * Changes the policy of the open pool, by the rules of {@link changePolicy}.
 * @throws CognitoError when they do not allow it
 */
export function setPoolPolicy(ports: CognitoPorts, attributes: Readonly<Record<string, string>>): void {
  if (Object.keys(attributes).length === 0) return;
  const result = changePolicy({ attributes }, ports);
  if (!result.ok) throw refusalOf(result);
}

/** What the rules have against a policy, as the API says it. */
export function refusalOf(result: PoolPolicyResult & { readonly ok: false }): CognitoError {
  return invalidParameter(result.problems.map(({ message }) => message).join(' '));
}

/** The text of the SMS where somebody has set one. Tools take any other for a change that they have to undo. */
export function smsMessageOf({ smsAuthenticationMessage: text }: PoolPolicy): {
  readonly SmsAuthenticationMessage?: string;
} {
  return text === DEFAULT_POOL_POLICY.smsAuthenticationMessage ? {} : { SmsAuthenticationMessage: text };
}
