import type { PoolAnswer, PoolHttp } from './pool-http.ts';
import { PoolRefused, type PoolRefusal } from './pool-refused.ts';

/** What the pool asks for at sign-ins, and who is signed in. */
export interface PoolDescription {
  readonly name: string;
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  /** By their names in the Cognito API. */
  readonly factors: readonly string[];
}

interface PoolOfUser extends PoolDescription {
  readonly username: string;
  /** What the user could answer a challenge with. */
  readonly accepted: readonly string[];
}

export interface PoolApi {
  describePool(): Promise<PoolOfUser>;
  /** A new seed, in Base32. */
  associateSoftwareToken(): Promise<string>;
  /** @throws PoolRefused `pool-answer-lost` when nobody knows whether the pool has taken the code; any other: it has not */
  verifySoftwareToken(input: { readonly code: string; readonly deviceName: string }): Promise<void>;
  /** The factor of codes is asked for from now on, before others, or no longer. */
  setSoftwareToken(isEnabled: boolean): Promise<void>;
}

const TARGET = 'AWSCognitoIdentityProviderService';

/** Errors of the API that mean one thing here, by their type. All others are told as they are. */
const REFUSALS: Readonly<Record<string, PoolRefusal>> = {
  SoftwareTokenMFANotFoundException: 'pool-no-authenticators',
  EnableSoftwareTokenMFAException: 'pool-code-refused',
  ResourceNotFoundException: 'pool-client',
};
/** The same by what their message says: one type is used for many things. */
const SAID: readonly (readonly [RegExp, PoolRefusal])[] = [
  [/required scopes|Invalid Access Token/, 'pool-client'],
  [/with the second factor/, 'pool-needs-factor'],
];

/** The Cognito API of a pool, in the name of the user who has signed in. Every method throws PoolRefused when the pool refuses. */
export function poolApi(endpoint: string, accessToken: string, http: PoolHttp): PoolApi {
  function send(operation: string, input: object): Promise<PoolAnswer> {
    return http.ask(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${TARGET}.${operation}` },
      body: JSON.stringify({ AccessToken: accessToken, ...input }),
    });
  }

  async function call(operation: string, input: object = {}): Promise<PoolAnswer['body']> {
    return accepted(await send(operation, input));
  }

  return {
    async describePool() {
      return readPool(
        accepted(await http.ask(`${endpoint}/pool`, { headers: { authorization: `Bearer ${accessToken}` } })),
      );
    },
    async associateSoftwareToken() {
      return textOf((await call('AssociateSoftwareToken'))['SecretCode']);
    },
    async verifySoftwareToken({ code, deviceName }) {
      const input = { UserCode: code, FriendlyDeviceName: deviceName };
      const answer = await orLost(() => send('VerifySoftwareToken', input));
      if (!isOwnVerdict(answer)) throw new PoolRefused('pool-answer-lost');
      if (accepted(answer)['Status'] !== 'SUCCESS') throw new PoolRefused('pool-code-refused');
    },
    async setSoftwareToken(isEnabled) {
      await call('SetUserMFAPreference', {
        SoftwareTokenMfaSettings: { Enabled: isEnabled, PreferredMfa: isEnabled },
      });
    },
  };
}

async function orLost(ask: () => Promise<PoolAnswer>): Promise<PoolAnswer> {
  try {
    return await ask();
  } catch (cause) {
    if (!(cause instanceof PoolRefused)) throw cause;
    throw new PoolRefused('pool-answer-lost', { cause });
  }
}

/** Whether the API itself has judged a code. A proxy may answer in its place, and the server fail, when the code has been taken already. */
function isOwnVerdict({ status, body: { Status, __type: type } }: PoolAnswer): boolean {
  if (status === 200) return Status === 'SUCCESS' || Status === 'ERROR';
  return status < 500 && typeof type === 'string' && type !== '';
}

function accepted({ status, body }: PoolAnswer): PoolAnswer['body'] {
  if (status === 200) return body;
  const type = String(body['__type'] ?? '');
  const detail = String(body['message'] ?? '');
  // A server without the API has pages of its own for what it does not know.
  if (type === '') throw new PoolRefused('pool-not-found');
  const reason = SAID.find(([words]) => words.test(detail))?.[1] ?? REFUSALS[type] ?? 'pool-refused';
  throw new PoolRefused(reason, { detail });
}

function readPool({ Name, MfaConfiguration: mfa, ...body }: PoolAnswer['body']): PoolOfUser {
  if (mfa !== 'OFF' && mfa !== 'OPTIONAL' && mfa !== 'ON') throw new PoolRefused('pool-not-found');
  const { Factors, AcceptedFactors, Username } = body;
  return {
    name: textOf(Name),
    mfa,
    factors: textsOf(Factors),
    username: textOf(Username),
    accepted: textsOf(AcceptedFactors),
  };
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function textOf(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new PoolRefused('pool-untrusted');
}
