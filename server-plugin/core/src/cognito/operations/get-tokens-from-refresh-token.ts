import { requireClientSecret } from '../access/client-secret.ts';
import { openClientFor } from '../client/open-client.ts';
import { GetTokensFromRefreshToken } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
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
    return finishRefresh(ports.refreshTokens({ token, rotate: Feature === 'ENABLED', graceInSeconds }));
  },
);
