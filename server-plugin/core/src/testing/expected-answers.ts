import { expect } from 'vitest';

/** What a sign-in ends in. */
export const tokens = {
  ChallengeParameters: {},
  AuthenticationResult: {
    TokenType: 'Bearer',
    AccessToken: expect.any(String) as string,
    IdToken: expect.any(String) as string,
    RefreshToken: expect.any(String) as string,
  },
};

export function refused(type: string, message: string) {
  return { __type: type, message };
}

export const wrongPassword = refused('NotAuthorizedException', 'Incorrect username or password.');
export const attemptsExceeded = refused('NotAuthorizedException', 'Password attempts exceeded');
export const invalidSession = refused('NotAuthorizedException', 'Invalid session for the user.');
export const sessionExpired = refused('NotAuthorizedException', 'Invalid session for the user, session is expired.');
export const sessionOnce = refused(
  'NotAuthorizedException',
  'Invalid session for the user, session can only be used once.',
);
export const codeExpired = refused('ExpiredCodeException', 'Invalid code provided, please request a code again.');
