import type { CoreCall } from './core-calls.ts';

const PREFIX = 'cognito AWSCognitoIdentityProviderService.';
const NOW = 1_700_000_000_000;
const CLIENT = 'app';
const SESSION = 's'.repeat(600);

const attributes = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'true' };
const pool = {
  realmId: '6c2f1f8a-0c0e-4b1e-9c55-0123456789ab',
  name: 'pool',
  displayName: '',
  attributes,
  passwordPolicy: '',
  users: 1,
};
const user = {
  id: '0d9a7e5c-0000-4000-8000-000000000001',
  username: 'ada',
  enabled: true,
  email: 'ada@example.org',
  emailVerified: true,
  attributes: {},
  createdAtInMillis: NOW,
  requiredActions: [],
};

/** What both requests of a sign-in with an authenticator ask for. */
const PLACE = {
  endpoint: { realm: 'pool', servesEveryPool: false },
  openEndpointPool: pool,
  openPool: pool,
  pool,
  openClient: {
    id: 'c1',
    clientId: CLIENT,
    name: CLIENT,
    enabled: true,
    isPublic: true,
    consentRequired: false,
    attributes: { 'lifeguard.cognito.client': '{"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"]}' },
  },
  openUser: user,
  user: { softwareTokens: 1 },
  isLocked: false,
  now: NOW,
};

/** The two requests by which an SDK signs a user in. */
export const COGNITO_CALLS: readonly CoreCall[] = [
  {
    name: 'initiateAuth',
    operation: `${PREFIX}InitiateAuth`,
    input: request({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: CLIENT,
      AuthParameters: { USERNAME: 'ada', PASSWORD: 'analytical-engine' },
    }),
    ports: {
      ...PLACE,
      checkPassword: true,
      openActions: [],
      poolAttributes: attributes,
      softwareTokens: [{ id: 't1', label: 'phone', createdAtInMillis: NOW }],
      randomText: 'abcdefghijklmnop',
      seal: SESSION,
    },
    isRight: (answer) => bodyOf(answer)['ChallengeName'] === 'SOFTWARE_TOKEN_MFA',
  },
  {
    name: 'respondToAuthChallenge',
    operation: `${PREFIX}RespondToAuthChallenge`,
    input: request({
      ClientId: CLIENT,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: SESSION,
      ChallengeResponses: { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: '123456' },
    }),
    ports: {
      ...PLACE,
      unseal: JSON.stringify({
        id: 'abcdefghijklmnop',
        clientId: CLIENT,
        userId: user.id,
        typedName: 'ada',
        challenge: 'SOFTWARE_TOKEN_MFA',
        startedAtInMillis: NOW,
        lifeInSeconds: 180,
      }),
      isSpent: false,
      takeAttempt: 1,
      judgeSoftwareToken: 'right',
      releaseAttempt: null,
      spend: true,
      openActions: [],
      countSuccess: null,
      issueTokens: { accessToken: 'access', idToken: 'id', refreshToken: 'refresh', expiresInSeconds: 3600 },
    },
    isRight: (answer) => bodyOf(answer)['AuthenticationResult'] !== undefined,
  },
];

function request(body: object): object {
  return { contentType: 'application/x-amz-json-1.1', body: JSON.stringify(body) };
}

function bodyOf(answer: unknown): Readonly<Record<string, unknown>> {
  return (answer as { readonly body?: Readonly<Record<string, unknown>> }).body ?? {};
}
