import { requireClientSecret } from '../access/client-secret.ts';
import { openClientFor } from '../client/open-client.ts';
import { RevokeToken } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { CognitoError, invalidParameter } from '../protocol/cognito-error.ts';

interface RevokeTokenRequest {
  readonly ClientId: string;
  readonly Token: string;
  readonly ClientSecret?: string;
}

/** @see Amazon Cognito API Reference, RevokeToken */
export const revokeToken = anonymous<RevokeTokenRequest>(
  RevokeToken,
  ({ ClientId, Token: token, ClientSecret }, { ports }) => {
    const { client, settings } = openClientFor(ports, ClientId);
    requireClientSecret(ports, client, ClientSecret);
    if (settings.EnableTokenRevocation === false) {
      throw new CognitoError('UnsupportedOperationException', 'Token revocation is not enabled for this client');
    }
    switch (ports.revokeToken({ token })) {
      case 'revoked':
        return;
      case 'not-a-refresh-token':
        throw new CognitoError(
          'UnsupportedTokenTypeException',
          'Unsupported token type: only refresh tokens can be revoked.',
        );
      case 'other-client':
        throw new CognitoError('UnauthorizedException', 'The token was not issued to this client.');
      case 'invalid':
        throw invalidParameter('Invalid Refresh Token');
    }
  },
);
