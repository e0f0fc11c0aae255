import { Authenticator } from './authenticator.ts';
import type { Json, Operations } from './clients/operations.ts';
import type { CognitoEndpoint } from './endpoint.ts';
import type { CasePool, CaseUser } from './pool.ts';

/** What InitiateAuth and RespondToAuthChallenge answer. */
export interface Answer extends Json {
  readonly ChallengeName?: string;
  readonly Session?: string;
  readonly ChallengeParameters?: Readonly<Record<string, string>>;
  readonly AuthenticationResult?: Readonly<Record<string, string | number>>;
}

type Client = Pick<CasePool, 'clientId'>;
type Credentials = Pick<CaseUser, 'username' | 'password'>;

/** USER_PASSWORD_AUTH. */
export async function initiate(
  operations: Operations,
  { clientId: ClientId }: Client,
  { username: USERNAME, password: PASSWORD }: Credentials,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return (await operations.call('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD, ...more },
  })) as Answer;
}

/** Answers the challenge of another answer. */
export async function respond(
  operations: Operations,
  { clientId: ClientId }: Client,
  { ChallengeName, Session }: Pick<Answer, 'ChallengeName' | 'Session'>,
  ChallengeResponses: Readonly<Record<string, string>>,
): Promise<Answer> {
  return (await operations.call('RespondToAuthChallenge', {
    ClientId,
    ChallengeName,
    ChallengeResponses,
    ...(Session === undefined ? {} : { Session }),
  })) as Answer;
}

export function tokensOf({
  AuthenticationResult,
}: Answer): { readonly AccessToken: string } & Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>> {
  if (AuthenticationResult === undefined) throw new Error('there are no tokens in the answer');
  return AuthenticationResult as never;
}

/** Signs in, answering whatever the user can answer, and returns the access token. */
export async function accessTokenOf(operations: Operations, pool: Client, user: CaseUser): Promise<string> {
  let answer = await initiate(operations, pool, user);
  const USERNAME = user.username;
  if (answer.ChallengeName === 'SELECT_MFA_TYPE') {
    const ANSWER = user.authenticator === undefined ? 'SMS_MFA' : 'SOFTWARE_TOKEN_MFA';
    answer = await respond(operations, pool, answer, { USERNAME, ANSWER });
  }
  if (answer.ChallengeName === 'SMS_MFA') {
    answer = await respond(operations, pool, answer, { USERNAME, SMS_MFA_CODE: await user.smsCode() });
  }
  if (answer.ChallengeName === 'SOFTWARE_TOKEN_MFA') {
    const code = (await user.authenticator?.freshCode()) ?? '';
    answer = await respond(operations, pool, answer, { USERNAME, SOFTWARE_TOKEN_MFA_CODE: code });
  }
  return tokensOf(answer).AccessToken;
}

/** Gives a user an authenticator with an access token; nothing is switched on by that. */
export async function enrolByToken(
  operations: Operations,
  endpoint: CognitoEndpoint,
  user: CaseUser,
  AccessToken: string,
  more: Json = {},
): Promise<void> {
  const { SecretCode } = await operations.call('AssociateSoftwareToken', { AccessToken });
  user.authenticator = new Authenticator(endpoint, String(SecretCode));
  const UserCode = await user.authenticator.freshCode();
  await operations.call('VerifySoftwareToken', { AccessToken, UserCode, ...more });
}

/** Gives a user without a number an authenticator in a pool that asks for one, by MFA_SETUP; the last answer. */
export async function enrolBySetUp(
  operations: Operations,
  endpoint: CognitoEndpoint,
  pool: Client,
  user: CaseUser,
  more: Json = {},
): Promise<Answer> {
  const asked = await initiate(operations, pool, user);
  const { SecretCode, Session } = await operations.call('AssociateSoftwareToken', { Session: asked.Session });
  user.authenticator = new Authenticator(endpoint, String(SecretCode));
  const UserCode = await user.authenticator.freshCode();
  const verified = await operations.call('VerifySoftwareToken', { Session, UserCode, ...more });
  return respond(
    operations,
    pool,
    { ChallengeName: 'MFA_SETUP', Session: String(verified['Session']) },
    { USERNAME: user.username },
  );
}
