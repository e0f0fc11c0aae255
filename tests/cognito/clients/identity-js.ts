import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js';
import { MemoryStorage } from './memory-storage.ts';
import { OperationError } from './operations.ts';
import type { FactorSetting, Person, SignInClient } from './sign-in-client.ts';
import { typeCode } from './typed-codes.ts';

type Flow = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH';

/** What a call of the client led to. */
type Step =
  | { readonly name: 'tokens'; readonly session: CognitoUserSession }
  | { readonly name: string; readonly parameters: Readonly<Record<string, string>> };

/** amazon-cognito-identity-js, as web pages have used it since 2016. */
export function identityJsClient(flow: Flow): SignInClient {
  let user: CognitoUser | undefined;
  let session: CognitoUserSession | undefined;
  const current = () => {
    if (user === undefined) throw new Error('nobody is signed in');
    return user;
  };

  return {
    name: `amazon-cognito-identity-js, ${flow}`,
    async signIn({ endpoint, poolId, clientId }, person) {
      const storage = new MemoryStorage();
      const pool = new CognitoUserPool({
        UserPoolId: poolId,
        ClientId: clientId,
        endpoint: endpoint.url,
        Storage: storage,
      });
      const signing = new CognitoUser({ Username: person.username, Pool: pool, Storage: storage });
      user = signing;
      signing.setAuthenticationFlowType(flow);
      const details = new AuthenticationDetails({ Username: person.username, Password: person.password });
      const asked: string[] = [];
      const refused: string[] = [];
      const seen: { destination?: string; choices?: readonly string[] } = {};
      let step = await next((callbacks) => signing.authenticateUser(details, callbacks));
      while (!('session' in step)) {
        asked.push(step.name);
        step = await answer(signing, step);
      }
      session = step.session;
      return {
        asked,
        refused,
        ...seen,
        accessToken: session.getAccessToken().getJwtToken(),
        idToken: session.getIdToken().getJwtToken(),
        refreshToken: session.getRefreshToken().getToken(),
      };

      async function answer(by: CognitoUser, { name, parameters }: Exclude<Step, { session: unknown }>): Promise<Step> {
        switch (name) {
          case 'NEW_PASSWORD_REQUIRED':
            return next((callbacks) => by.completeNewPasswordChallenge(person.newPassword ?? '', {}, callbacks));
          case 'SELECT_MFA_TYPE':
            seen.choices = JSON.parse(parameters['MFAS_CAN_CHOOSE'] ?? '') as string[];
            return next((callbacks) => by.sendMFASelectionAnswer(person.choice ?? '', callbacks as never));
          case 'SMS_MFA': {
            const destination = parameters['CODE_DELIVERY_DESTINATION'];
            if (destination !== undefined) seen.destination = destination;
            return typeCode(person, refused, person.smsCode, (code) =>
              next((callbacks) => by.sendMFACode(code, callbacks)),
            );
          }
          case 'SOFTWARE_TOKEN_MFA':
            return typeCode(person, refused, person.totpCode, (code) =>
              next((callbacks) => by.sendMFACode(code, callbacks, 'SOFTWARE_TOKEN_MFA')),
            );
          case 'MFA_SETUP':
            seen.choices = JSON.parse(parameters['MFAS_CAN_SETUP'] ?? '') as string[];
            return setUp(by, person, refused);
          default:
            throw new Error(`what is ${name}?`);
        }
      }
    },
    async enrol(person) {
      await setUp(current(), person, []);
    },
    async setPreference({ SMS_MFA: sms, SOFTWARE_TOKEN_MFA: totp }) {
      await called((callback) => current().setUserMfaPreference(block(sms), block(totp), callback as never));
    },
    async preference() {
      const data = await called<{ PreferredMfaSetting?: string; UserMFASettingList?: string[] }>((callback) =>
        current().getUserData(callback as never, { bypassCache: true }),
      );
      return {
        ...(data.PreferredMfaSetting === undefined ? {} : { preferred: data.PreferredMfaSetting }),
        ...(data.UserMFASettingList === undefined ? {} : { enabled: data.UserMFASettingList }),
      };
    },
    async refresh() {
      const before = session;
      if (before === undefined) throw new Error('nobody is signed in');
      session = await called<CognitoUserSession>((callback) =>
        current().refreshSession(before.getRefreshToken(), callback),
      );
      return session.getAccessToken().getJwtToken();
    },
    async signOut() {
      await called<void>((callback) => current().signOut(callback as () => void));
    },
  };
}

function block(setting: FactorSetting | undefined) {
  return setting === undefined ? null : { Enabled: setting !== 'off', PreferredMfa: setting === 'preferred' };
}

function setUp(user: CognitoUser, person: Person, refused: string[]): Promise<Step> {
  return new Promise<string>((resolve, reject) => {
    const associateSecretCode = (secret: string) => resolve(secret);
    user.associateSoftwareToken({ associateSecretCode, onFailure: (error) => reject(refusal(error)) });
  }).then((secret) =>
    typeCode(
      person,
      refused,
      () => person.setUpCode(secret),
      (code) => next((callbacks) => user.verifySoftwareToken(code, person.deviceName ?? '', callbacks as never)),
    ),
  );
}

/** Waits for whichever callback the client calls. */
function next(start: (callbacks: IAuthenticationCallback) => void): Promise<Step> {
  return new Promise((resolve, reject) => {
    const challenge = (name: string, parameters: unknown) =>
      resolve({ name, parameters: (parameters ?? {}) as Readonly<Record<string, string>> });
    start({
      onSuccess: (session) => resolve({ name: 'tokens', session }),
      onFailure: (error: unknown) => reject(refusal(error)),
      newPasswordRequired: () => challenge('NEW_PASSWORD_REQUIRED', {}),
      mfaRequired: challenge,
      totpRequired: challenge,
      selectMFAType: challenge,
      mfaSetup: challenge,
    });
  });
}

function called<Result>(start: (callback: (error: unknown, result: Result) => void) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    start((error, result) => {
      if (error === null || error === undefined) resolve(result);
      else reject(refusal(error));
    });
  });
}

function refusal(error: unknown): Error {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  return code === undefined ? (error as Error) : new OperationError(code, message);
}
