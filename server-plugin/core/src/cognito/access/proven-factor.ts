import { COGNITO_ATTRIBUTES } from '@lifeguard/shared/cognito';
import { hasProvenFactor } from '../../set-up/session-proof.ts';
import type { UserContext } from '../operation.ts';
import { notAuthorized } from '../protocol/cognito-error.ts';

/**
 * Whether an access token is enough to change what stands beside the password. In Cognito it is, and so it is in pools that are made as
 * Cognito makes them. Elsewhere the token's session has to have proven what a sign-in would ask for at this moment, as on the pages: whoever
 * knew the password alone, and got a token while that was enough, takes no second factor from its owner.
 */
export function requireFactorProven({ ports, pool, provenFactor }: UserContext): void {
  if (pool.attributes[COGNITO_ATTRIBUTES.factorChanges] === 'access-token') return;
  if (hasProvenFactor(ports, { afterPassword: false, passedFactor: provenFactor })) return;
  throw notAuthorized('The user has to sign in with the second factor to change how sign-ins are secured.');
}
