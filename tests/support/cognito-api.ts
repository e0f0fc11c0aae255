import { allowClient } from '@lifeguard/cli';
import { type TestBed, type TestUser } from './test-bed.ts';
import { CLIENT_ID } from './test-realm.ts';

/** What an answer of the Cognito API may hold, as specs read it. */
export interface ApiAnswer {
  readonly status: number;
  readonly __type?: string;
  readonly message?: string;
  readonly ChallengeName?: string;
  readonly Session?: string;
  readonly SecretCode?: string;
  readonly ChallengeParameters?: Readonly<Record<string, string>>;
  readonly AuthenticationResult?: Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>>;
  readonly [member: string]: unknown;
}

/** Calls an operation that needs no signature, without any client of AWS's: what clients do is another matter. */
export async function callApi(
  { url, realm }: Pick<TestBed, 'url' | 'realm'>,
  operation: string,
  input: object,
): Promise<ApiAnswer> {
  const response = await fetch(`${url}/realms/${realm}/lifeguard/cognito`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return { ...((await response.json()) as object), status: response.status };
}

/** The application of a test bed, by the API. */
export interface ApiApplication {
  call(operation: string, input: object): Promise<ApiAnswer>;
  /** USER_PASSWORD_AUTH. */
  initiate(user: Pick<TestUser, 'username' | 'password'>): Promise<ApiAnswer>;
  respond(
    challenge: Pick<ApiAnswer, 'ChallengeName' | 'Session'>,
    user: Pick<TestUser, 'username'>,
    responses: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>;
  /** The same by another node of a cluster. */
  at(url: string): ApiApplication;
}

/** Lets the application of a bed, which signs in on the pages, sign in by the API too. */
export async function apiApplication(bed: TestBed): Promise<ApiApplication> {
  const allowed = await allowClient(bed.pool, {
    clientId: CLIENT_ID,
    flows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  if (!allowed.ok) throw new Error(allowed.reason);
  return applicationAt(bed);
}

function applicationAt({ url, realm }: Pick<TestBed, 'url' | 'realm'>): ApiApplication {
  const call = (operation: string, input: object) => callApi({ url, realm }, operation, input);
  return {
    call,
    initiate: ({ username, password }) =>
      call('InitiateAuth', {
        ClientId: CLIENT_ID,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    respond: ({ ChallengeName, Session }, { username }, responses) =>
      call('RespondToAuthChallenge', {
        ClientId: CLIENT_ID,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: username, ...responses },
      }),
    at: (other) => applicationAt({ url: other, realm }),
  };
}
