import { CLIENT_ID } from '../signin/bench-realm.ts';
import { nextCode } from '../signin/bench-users.ts';
import type { StepMillis } from '../signin/sign-in.ts';
import type { Attempt } from '../signin/slice.ts';

const TARGET = 'AWSCognitoIdentityProviderService';

/** One request to Keycloak's token endpoint, for all three tokens. */
export const byDirectGrant: Attempt = async ({ url }, user) => {
  const millis: StepMillis = {};
  const begin = performance.now();
  const response = await fetch(`${url}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: CLIENT_ID,
      scope: 'openid',
      username: user.username,
      password: user.password,
      totp: nextCode(user, Date.now()),
    }),
  });
  const tokens = (await response.json()) as Readonly<Record<string, string | undefined>>;
  requireTokens([tokens['access_token'], tokens['id_token'], tokens['refresh_token']], tokens);
  millis.token = performance.now() - begin;
  return millis;
};

/** The two requests of an SDK. */
export const byCognitoApi: Attempt = async ({ url }, user) => {
  const begin = performance.now();
  const { ChallengeName: challenge, Session } = await ask(url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: CLIENT_ID,
    AuthParameters: { USERNAME: user.username, PASSWORD: user.password },
  });
  if (challenge !== 'SOFTWARE_TOKEN_MFA') throw new Error(`the password was followed by ${String(challenge)}`);
  const proven = performance.now();
  const answer = await ask(url, 'RespondToAuthChallenge', {
    ClientId: CLIENT_ID,
    ChallengeName: challenge,
    Session,
    ChallengeResponses: { USERNAME: user.username, SOFTWARE_TOKEN_MFA_CODE: nextCode(user, Date.now()) },
  });
  const tokens = (answer['AuthenticationResult'] ?? {}) as Readonly<Record<string, string | undefined>>;
  requireTokens([tokens['AccessToken'], tokens['IdToken'], tokens['RefreshToken']], answer);
  return { password: proven - begin, factor: performance.now() - proven };
};

async function ask(url: string, operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${url}/lifeguard/cognito`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${TARGET}.${operation}` },
    body: JSON.stringify(input),
  });
  const answer = (await response.json()) as Readonly<Record<string, unknown>>;
  if (response.status !== 200) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
  return answer;
}

function requireTokens(tokens: readonly (string | undefined)[], answer: object): void {
  if (tokens.some((token) => token === undefined)) {
    throw new Error(`a sign-in ended without all tokens: ${Object.keys(answer).join(', ')}`);
  }
}
