import { requireClientSecret } from '../access/client-secret.ts';
import { openClientFor } from '../client/open-client.ts';
import { GetTokensFromRefreshToken } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { CognitoError } from '../protocol/cognito-error.ts';
import { finishRefresh } from '../sign-in/refresh-flow.ts';

interface GetTokensFromRefreshTokenRequest {
  readonly ClientId: string;
  readonly RefreshToken: string;
  readonly ClientSecret?: string;
}

/** @see Amazon Cognito API Reference, GetTokensFromRefreshToken */
export const getTokensFromRefreshToken = anonymous<GetTokensFromRefreshTokenRequest>(
  GetTokensFromRefreshToken,
  ({ ClientId, RefreshToken: token, ClientSecret }, { ports }) => {
    const { client, settings } = openClientFor(ports, ClientId);
    requireClientSecret(ports, client, ClientSecret);
    const { Feature, RetryGracePeriodSeconds: graceInSeconds = 0 } = settings.RefreshTokenRotation ?? {};
    const refreshed = ports.refreshTokens({ token, rotate: Feature === 'ENABLED', graceInSeconds });
    // Of the operations that refresh, the model has the exception for this one alone.
    if (!refreshed.ok && refreshed.reason === 'reused') {
      throw new CognitoError('RefreshTokenReuseException', 'Refresh Token has been revoked');
    }
    return finishRefresh(refreshed);
  },
);
