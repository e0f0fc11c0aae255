import { API_SCOPE } from '@lifeguard/shared/cognito';
import { readClientSettings } from '../client/client-settings.ts';
import { notAuthorized, resourceNotFound } from '../protocol/cognito-error.ts';
import type { UserContext } from '../operation.ts';
import type { CognitoPorts } from '../ports.ts';
import type { OpenedAccessToken } from '../records.ts';
import { mayServe } from '../pool/open-pool.ts';

const TEXTS: Readonly<Record<(OpenedAccessToken & { readonly ok: false })['reason'], string>> = {
  invalid: 'Invalid Access Token',
  expired: 'Access Token has expired',
  revoked: 'Access Token has been revoked',
  'user-disabled': 'User is disabled.',
  'user-gone': 'Access Token has been revoked',
};

/** Opens the pool, the client and the user of the access token in a request. */
export function openTokenOf({ AccessToken }: { readonly AccessToken?: unknown }, ports: CognitoPorts): UserContext {
  const token = String(AccessToken);
  const pool = ports.openPoolOfToken({ token });
  if (pool === null) throw notAuthorized(TEXTS.invalid);
  if (!mayServe(ports, pool)) throw resourceNotFound(`User pool of the token is not served here.`);
  const opened = ports.openAccessToken({ token });
  if (!opened.ok) throw notAuthorized(TEXTS[opened.reason]);
  if (!opened.scopes.includes(API_SCOPE)) throw notAuthorized('Access Token does not have required scopes');
  const { client, user, authTimeInSeconds, provenFactor } = opened;
  if (readClientSettings(client) === undefined) throw notAuthorized(TEXTS.invalid);
  return { ports, pool, client, user, authTimeInSeconds, provenFactor };
}
