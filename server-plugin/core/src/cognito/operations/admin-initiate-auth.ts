import { requireSecretHash } from '../access/secret-hash.ts';
import { allowsFlow, type AuthFlow } from '@lifeguard/shared/cognito';
import { openClientFor } from '../client/open-client.ts';
import { AdminInitiateAuth } from '../model/inputs.ts';
import { onPool } from '../operation.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';
import { type Parameters, requireParameter } from '../sign-in/parameters.ts';
import { signInByPassword } from '../sign-in/password-flow.ts';
import { signInByRefreshToken } from '../sign-in/refresh-flow.ts';
import { startSrpFlow } from '../sign-in/srp-flow.ts';

interface AdminInitiateAuthRequest {
  readonly UserPoolId: string;
  readonly ClientId: string;
  readonly AuthFlow: string;
  readonly AuthParameters?: Parameters;
}

/** Which of a client's flows each name of the request needs; the others are not served. */
const NEEDED: Readonly<Record<string, AuthFlow>> = {
  ADMIN_USER_PASSWORD_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  ADMIN_NO_SRP_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  USER_SRP_AUTH: 'ALLOW_USER_SRP_AUTH',
  REFRESH_TOKEN: 'ALLOW_REFRESH_TOKEN_AUTH',
  REFRESH_TOKEN_AUTH: 'ALLOW_REFRESH_TOKEN_AUTH',
};

/** @see Amazon Cognito API Reference, AdminInitiateAuth */
export const adminInitiateAuth = onPool<AdminInitiateAuthRequest>(
  AdminInitiateAuth,
  'manage-users',
  ({ ClientId, AuthFlow, AuthParameters }, { ports }) => {
    const place = openClientFor(ports, ClientId);
    const needed = NEEDED[AuthFlow];
    if (needed === undefined || !allowsFlow(place.settings, needed)) {
      throw invalidParameter('Auth flow not enabled for this client');
    }
    if (needed === 'ALLOW_REFRESH_TOKEN_AUTH') return signInByRefreshToken(place, AuthParameters);
    const name = requireParameter(AuthParameters, 'USERNAME');
    requireSecretHash(ports, place.client, AuthParameters?.['SECRET_HASH'], [name]);
    return needed === 'ALLOW_USER_SRP_AUTH'
      ? startSrpFlow(place, name, requireParameter(AuthParameters, 'SRP_A'))
      : signInByPassword(place, name, requireParameter(AuthParameters, 'PASSWORD'));
  },
);
