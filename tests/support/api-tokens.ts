import { expect } from '@playwright/test';
import type { ApiAnswer } from './cognito-api.ts';
import type { CognitoApp } from './cognito-app.ts';
import type { TestBed, TestUser } from './test-bed.ts';

/** A pool in which the password is enough for tokens. */
export const PASSWORD_ALONE = { policy: { mfaConfiguration: 'OFF' } } as const;

type Tokens = Required<ApiAnswer>['AuthenticationResult'];

export async function tokensOf(app: CognitoApp, user: TestUser): Promise<Tokens> {
  const answer = await app.signIn(user);
  expect(answer).toMatchObject({ status: 200, AuthenticationResult: { RefreshToken: expect.any(String) } });
  return answer.AuthenticationResult as Tokens;
}

export async function postToKeycloak(
  bed: TestBed,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  return fetch(`${bed.url}/realms/${bed.realm}/protocol/openid-connect/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
}

export async function userInfoStatus(bed: TestBed, token: string): Promise<number> {
  const url = `${bed.url}/realms/${bed.realm}/protocol/openid-connect/userinfo`;
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status;
}

/** Whether the API still takes the access token, in its words. */
export async function acceptanceOf(app: CognitoApp, token: string): Promise<string> {
  const { status, message = '' } = await app.call('GetUserAuthFactors', { AccessToken: token });
  return status === 200 ? 'taken' : message;
}
