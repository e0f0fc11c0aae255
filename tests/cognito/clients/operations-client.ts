import type { Json, Operations } from './operations.ts';
import type { Factor, FactorSetting, Person, SignedIn, SignInClient, SignInPlace } from './sign-in-client.ts';
import { typeCode } from './typed-codes.ts';

type Answer = Json & {
  readonly ChallengeName?: string;
  readonly Session?: string;
  readonly ChallengeParameters?: Readonly<Record<string, string>>;
  readonly AuthenticationResult?: Readonly<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>>;
};

/** Signs people in by calls of operations, as programs on a server do. */
export function operationsClient(operations: Operations): SignInClient {
  let place: SignInPlace | undefined;
  let tokens: Answer['AuthenticationResult'];
  const accessToken = () => ({ AccessToken: tokens?.AccessToken });

  async function answer(challenge: string, session: string | undefined, responses: Readonly<Record<string, string>>) {
    return (await operations.call('RespondToAuthChallenge', {
      ClientId: place?.clientId,
      ChallengeName: challenge,
      Session: session,
      ChallengeResponses: responses,
    })) as Answer;
  }

  return {
    name: operations.name,
    async signIn(at, person): Promise<SignedIn> {
      place = at;
      const asked: string[] = [];
      const refused: string[] = [];
      const seen: { destination?: string; choices?: readonly string[] } = {};
      const USERNAME = person.username;
      let step = (await operations.call('InitiateAuth', {
        ClientId: at.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD: person.password },
      })) as Answer;
      while (step.AuthenticationResult === undefined) {
        const { ChallengeName: name = '', Session: session, ChallengeParameters: parameters = {} } = step;
        asked.push(name);
        step = await answerStep(name, session, parameters);
      }
      tokens = step.AuthenticationResult;
      const { AccessToken, IdToken, RefreshToken } = step.AuthenticationResult;
      return { asked, refused, ...seen, accessToken: AccessToken, idToken: IdToken, refreshToken: RefreshToken };

      async function answerStep(
        name: string,
        session: string | undefined,
        parameters: Readonly<Record<string, string>>,
      ) {
        switch (name) {
          case 'NEW_PASSWORD_REQUIRED':
            return answer(name, session, { USERNAME, NEW_PASSWORD: person.newPassword ?? '' });
          case 'SELECT_MFA_TYPE':
            seen.choices = JSON.parse(parameters['MFAS_CAN_CHOOSE'] ?? '') as string[];
            return answer(name, session, { USERNAME, ANSWER: person.choice ?? '' });
          case 'SMS_MFA':
            seen.destination = parameters['CODE_DELIVERY_DESTINATION'] ?? '';
            return typeCode(person, refused, person.smsCode, (code) =>
              answer(name, session, { USERNAME, SMS_MFA_CODE: code }),
            );
          case 'SOFTWARE_TOKEN_MFA':
            return typeCode(person, refused, person.totpCode, (code) =>
              answer(name, session, { USERNAME, SOFTWARE_TOKEN_MFA_CODE: code }),
            );
          case 'MFA_SETUP':
            seen.choices = JSON.parse(parameters['MFAS_CAN_SETUP'] ?? '') as string[];
            return answer(name, await setUp({ Session: session }, person, refused), { USERNAME });
          default:
            throw new Error(`what is ${name}?`);
        }
      }
    },
    async enrol(person) {
      await setUp(accessToken(), person, []);
    },
    async setPreference(settings) {
      await operations.call('SetUserMFAPreference', { ...accessToken(), ...preferenceBlocks(settings) });
    },
    async preference() {
      const { PreferredMfaSetting, UserMFASettingList } = await operations.call('GetUser', accessToken());
      return {
        ...(PreferredMfaSetting === undefined ? {} : { preferred: String(PreferredMfaSetting) }),
        ...(UserMFASettingList === undefined ? {} : { enabled: UserMFASettingList as string[] }),
      };
    },
    async refresh() {
      const answered = (await operations.call('InitiateAuth', {
        ClientId: place?.clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: tokens?.RefreshToken },
      })) as Answer;
      return answered.AuthenticationResult?.AccessToken ?? '';
    },
    async signOut() {
      await operations.call('GlobalSignOut', accessToken());
      tokens = undefined;
    },
  };

  /** @returns the session after the set-up, in a sign-in */
  async function setUp(proof: Json, person: Person, refused: string[]): Promise<string | undefined> {
    const { SecretCode, Session } = await operations.call('AssociateSoftwareToken', proof);
    const next = Session === undefined ? proof : { Session };
    const verified = await typeCode(
      person,
      refused,
      () => person.setUpCode(String(SecretCode)),
      (UserCode) =>
        operations.call('VerifySoftwareToken', {
          ...next,
          UserCode,
          ...(person.deviceName === undefined ? {} : { FriendlyDeviceName: person.deviceName }),
        }),
    );
    return verified['Session'] as string | undefined;
  }
}

function block(setting: FactorSetting): Json {
  return { Enabled: setting !== 'off', PreferredMfa: setting === 'preferred' };
}

/** The members of SetUserMFAPreference and its admin form. */
function preferenceBlocks(settings: Readonly<Partial<Record<Factor, FactorSetting>>>): Json {
  const { SMS_MFA: sms, SOFTWARE_TOKEN_MFA: totp } = settings;
  return {
    ...(sms === undefined ? {} : { SMSMfaSettings: block(sms) }),
    ...(totp === undefined ? {} : { SoftwareTokenMfaSettings: block(totp) }),
  };
}
