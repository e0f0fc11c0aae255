import { requireSecretHash } from '../access/secret-hash.ts';
import { allowsFlow } from '@lifeguard/shared/cognito';
import { openClientFor } from '../client/open-client.ts';
import { InitiateAuth } from '../model/inputs.ts';
import { anonymous } from '../operation.ts';
import { type CognitoError, invalidParameter } from '../protocol/cognito-error.ts';
import { type Parameters, requireParameter } from '../sign-in/parameters.ts';
import { signInByPassword } from '../sign-in/password-flow.ts';
import { signInByRefreshToken } from '../sign-in/refresh-flow.ts';
import { startSrpFlow } from '../sign-in/srp-flow.ts';

interface InitiateAuthRequest {
  readonly ClientId: string;
  readonly AuthFlow: string;
  readonly AuthParameters?: Parameters;
}

/** @see Amazon Cognito API Reference, InitiateAuth */
export const initiateAuth = anonymous<InitiateAuthRequest>(
  InitiateAuth,
  ({ ClientId, AuthFlow, AuthParameters }, { ports }) => {
    const place = openClientFor(ports, ClientId);
    switch (AuthFlow) {
      case 'USER_PASSWORD_AUTH': {
        requireFlow(allowsFlow(place.settings, 'ALLOW_USER_PASSWORD_AUTH'), AuthFlow);
        const name = requireParameter(AuthParameters, 'USERNAME');
        const password = requireParameter(AuthParameters, 'PASSWORD');
        requireSecretHash(ports, place.client, AuthParameters?.['SECRET_HASH'], [name]);
        return signInByPassword(place, name, password);
      }
      case 'USER_SRP_AUTH': {
        requireFlow(allowsFlow(place.settings, 'ALLOW_USER_SRP_AUTH'), AuthFlow);
        const name = requireParameter(AuthParameters, 'USERNAME');
        const aHex = requireParameter(AuthParameters, 'SRP_A');
        requireSecretHash(ports, place.client, AuthParameters?.['SECRET_HASH'], [name]);
        return startSrpFlow(place, name, aHex);
      }
      case 'REFRESH_TOKEN':
      case 'REFRESH_TOKEN_AUTH':
        requireFlow(allowsFlow(place.settings, 'ALLOW_REFRESH_TOKEN_AUTH'), AuthFlow);
        return signInByRefreshToken(place, AuthParameters);
      case 'CUSTOM_AUTH':
      case 'USER_AUTH':
        throw flowNotEnabled(AuthFlow);
      default:
        throw invalidParameter('Initiate Auth method not supported.');
    }
  },
);

function requireFlow(isAllowed: boolean, flow: string): void {
  if (!isAllowed) throw flowNotEnabled(flow);
}

function flowNotEnabled(flow: string): CognitoError {
  return invalidParameter(`${flow} flow not enabled for this client`);
}
