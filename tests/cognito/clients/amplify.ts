import { Amplify } from 'aws-amplify';
import {
  AuthError,
  confirmSignIn,
  fetchAuthSession,
  fetchMFAPreference,
  setUpTOTP,
  signIn,
  type SignInOutput,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { MemoryStorage } from './memory-storage.ts';
import { OperationError } from './operations.ts';
import type { Factor, FactorSetting, Person, SignInClient } from './sign-in-client.ts';
import { typeCode } from './typed-codes.ts';

type Flow = 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH';
type NextStep = SignInOutput['nextStep'];

/** Cognito's names for Amplify's steps. */
const CHALLENGES: Readonly<Record<string, string>> = {
  CONFIRM_SIGN_IN_WITH_SMS_CODE: 'SMS_MFA',
  CONFIRM_SIGN_IN_WITH_TOTP_CODE: 'SOFTWARE_TOKEN_MFA',
  CONTINUE_SIGN_IN_WITH_MFA_SELECTION: 'SELECT_MFA_TYPE',
  CONTINUE_SIGN_IN_WITH_TOTP_SETUP: 'MFA_SETUP',
  CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: 'NEW_PASSWORD_REQUIRED',
};
const NAMES: Readonly<Record<string, Factor>> = { SMS: 'SMS_MFA', TOTP: 'SOFTWARE_TOKEN_MFA' };

/** Amplify, of which a process has one: one person after the other. */
export function amplifyClient(flow: Flow): SignInClient {
  const storage = new MemoryStorage();

  return {
    name: `Amplify, ${flow}`,
    async signIn({ endpoint, poolId, clientId }, person) {
      storage.clear();
      configure({ userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: endpoint.url });
      cognitoUserPoolsTokenProvider.setKeyValueStorage(promising(storage));
      const send = (challengeResponse: string) => own(confirmSignIn({ challengeResponse, ...optionsOf(person) }));
      const asked: string[] = [];
      const refused: string[] = [];
      const seen: { destination?: string; choices?: readonly string[] } = {};
      const { username, password } = person;
      let { nextStep } = await own(signIn({ username, password, options: { authFlowType: flow } }));
      while (nextStep.signInStep !== 'DONE') {
        const name = CHALLENGES[nextStep.signInStep] ?? nextStep.signInStep;
        asked.push(name);
        ({ nextStep } = await answer(nextStep));
      }
      const { tokens } = await own(fetchAuthSession());
      return {
        asked,
        refused,
        ...seen,
        accessToken: String(tokens?.accessToken),
        idToken: String(tokens?.idToken),
        refreshToken: storage.endingWith('.refreshToken'),
      };

      async function answer(step: NextStep): Promise<SignInOutput> {
        switch (step.signInStep) {
          case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
            return send(person.newPassword ?? '');
          case 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION':
            seen.choices = (step.allowedMFATypes ?? []).map((type) => NAMES[type] ?? type);
            return send(person.choice === 'SMS_MFA' ? 'SMS' : 'TOTP');
          case 'CONFIRM_SIGN_IN_WITH_SMS_CODE':
            seen.destination = step.codeDeliveryDetails?.destination ?? '';
            return typeCode(person, refused, person.smsCode, send);
          case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
            return typeCode(person, refused, person.totpCode, send);
          case 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP':
            return typeCode(person, refused, () => person.setUpCode(step.totpSetupDetails.sharedSecret), send);
          default:
            throw new Error(`what is ${step.signInStep}?`);
        }
      }
    },
    async enrol(person) {
      const { sharedSecret } = await own(setUpTOTP());
      await own(verifyTOTPSetup({ code: await person.setUpCode(sharedSecret), ...optionsOf(person) }));
    },
    async setPreference({ SMS_MFA: sms, SOFTWARE_TOKEN_MFA: totp }) {
      await own(
        updateMFAPreference({
          ...(sms === undefined ? {} : { sms: word(sms) }),
          ...(totp === undefined ? {} : { totp: word(totp) }),
        }),
      );
    },
    async preference() {
      const { preferred, enabled } = await own(fetchMFAPreference());
      return {
        ...(preferred === undefined ? {} : { preferred: NAMES[preferred] ?? preferred }),
        ...(enabled === undefined ? {} : { enabled: enabled.map((type) => NAMES[type] ?? type) }),
      };
    },
    async refresh() {
      const { tokens } = await own(fetchAuthSession({ forceRefresh: true }));
      return String(tokens?.accessToken);
    },
    async signOut() {
      await own(signOut());
    },
  };
}

/** Amplify warns of every endpoint that is not AWS's own, at every configuration. */
function configure(Cognito: {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly userPoolEndpoint: string;
}): void {
  const { warn } = console;
  console.warn = () => {};
  try {
    Amplify.configure({ Auth: { Cognito } });
  } finally {
    console.warn = warn;
  }
}

function optionsOf({ deviceName }: Person) {
  return deviceName === undefined ? {} : { options: { friendlyDeviceName: deviceName } };
}

function word(setting: FactorSetting): 'DISABLED' | 'NOT_PREFERRED' | 'PREFERRED' {
  if (setting === 'off') return 'DISABLED';
  return setting === 'preferred' ? 'PREFERRED' : 'NOT_PREFERRED';
}

function promising(storage: MemoryStorage) {
  return {
    setItem: async (key: string, value: string) => storage.setItem(key, value),
    getItem: async (key: string) => storage.getItem(key),
    removeItem: async (key: string) => storage.removeItem(key),
    clear: async () => storage.clear(),
  };
}

async function own<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof AuthError ? new OperationError(error.name, error.message) : error;
  }
}
