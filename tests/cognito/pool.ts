import { randomBytes, randomInt } from 'node:crypto';
import { Authenticator } from './authenticator.ts';
import type { Json, Operations } from './clients/operations.ts';
import type { Person } from './clients/sign-in-client.ts';
import type { CognitoEndpoint } from './endpoint.ts';

export interface PoolOptions {
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  /** Both factors unless said otherwise. */
  readonly factors?: readonly ('sms' | 'totp')[];
  /** Members of CreateUserPool beside the usual ones. */
  readonly create?: Json;
  /** Members of CreateUserPoolClient beside the usual ones. */
  readonly client?: Json;
  /** Attributes of the realm. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Some user of a pool. */
export interface CaseUser {
  readonly username: string;
  readonly password: string;
  readonly email: string;
  readonly phoneNumber: string;
  /** As the user types and reads: with the newest text and the authenticator. */
  person(changes?: Partial<Person>): Person;
  /** The code in the newest text. */
  smsCode(): Promise<string>;
  /** What the user has scanned; cases set it. */
  authenticator: Authenticator | undefined;
}

export interface CasePool {
  readonly poolId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Another client of the pool. */
  addClient(members?: Json): Promise<{ readonly clientId: string; readonly clientSecret: string }>;
  /** Confirmed, with a number that is not verified, unless said otherwise. */
  addUser(options?: UserOptions): Promise<CaseUser>;
}

export interface UserOptions {
  /** Without a number: false. */
  readonly phone?: boolean;
  readonly phoneVerified?: boolean;
  /** The password is a temporary one. */
  readonly temporary?: boolean;
}

export const SMS_CONFIGURATION = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'lifeguard' };
const FLOWS = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
];
/** Cases send more texts than a pool pays for by itself. */
const UNLIMITED = {
  'lifeguard.smsMonthlyLimit': '1000.00',
  'lifeguard.smsPerUserPerHour': '0',
  'lifeguard.smsPerAddressPerHour': '0',
};

export async function makePool(endpoint: CognitoEndpoint, admin: Operations, options: PoolOptions): Promise<CasePool> {
  const created = await admin.call('CreateUserPool', {
    PoolName: 'cases',
    AutoVerifiedAttributes: ['phone_number', 'email'],
    SmsConfiguration: SMS_CONFIGURATION,
    ...options.create,
  });
  const { Id: poolId } = created['UserPool'] as { readonly Id: string };
  if (options.mfa !== 'OFF') {
    await admin.call('SetUserPoolMfaConfig', {
      UserPoolId: poolId,
      MfaConfiguration: options.mfa,
      ...factorBlocks(options.factors ?? ['sms', 'totp']),
    });
  }
  await endpoint.setMailServer(poolId);
  await endpoint.setPoolAttributes(poolId, { ...UNLIMITED, ...options.attributes });

  async function addClient(members: Json = {}) {
    const { UserPoolClient } = await admin.call('CreateUserPoolClient', {
      UserPoolId: poolId,
      ClientName: 'case',
      ExplicitAuthFlows: FLOWS,
      ...members,
    });
    const { ClientId: clientId, ClientSecret: clientSecret = '' } = UserPoolClient as Readonly<
      Record<'ClientId' | 'ClientSecret', string>
    >;
    return { clientId, clientSecret };
  }

  return {
    poolId,
    ...(await addClient(options.client)),
    addClient,
    async addUser({ phone = true, phoneVerified = false, temporary = false } = {}) {
      const username = `user-${randomBytes(4).toString('hex')}`;
      const password = `Pw-${randomBytes(6).toString('hex')}-A1`;
      const email = `${username}@example.org`;
      const phoneNumber = `+1415${randomInt(2_000_000, 10_000_000)}`;
      const attributes = {
        email,
        email_verified: 'true',
        ...(phone ? { phone_number: phoneNumber, phone_number_verified: String(phoneVerified) } : {}),
      };
      await endpoint.keepSecret(password);
      await admin.call('AdminCreateUser', {
        UserPoolId: poolId,
        Username: username,
        MessageAction: 'SUPPRESS',
        TemporaryPassword: temporary ? password : `Temporary-1-${password}`,
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      });
      if (!temporary) {
        const place = { UserPoolId: poolId, Username: username };
        await admin.call('AdminSetUserPassword', { ...place, Password: password, Permanent: true });
      }
      return caseUser(endpoint, { username, password, email, phoneNumber });
    },
  };
}

/** The members of SetUserPoolMfaConfig that switch these factors on. */
export function factorBlocks(factors: readonly ('sms' | 'totp')[]): Json {
  return {
    ...(factors.includes('sms') ? { SmsMfaConfiguration: { SmsConfiguration: SMS_CONFIGURATION } } : {}),
    ...(factors.includes('totp') ? { SoftwareTokenMfaConfiguration: { Enabled: true } } : {}),
  };
}

function caseUser(
  endpoint: CognitoEndpoint,
  fields: Pick<CaseUser, 'username' | 'password' | 'email' | 'phoneNumber'>,
): CaseUser {
  const user: CaseUser = {
    ...fields,
    authenticator: undefined,
    async smsCode() {
      const code = /\b[0-9]{6}\b/.exec((await endpoint.texts(fields.phoneNumber)).at(-1)?.text ?? '')?.[0];
      if (code === undefined) throw new Error('no text with a code has arrived');
      await endpoint.keepSecret(code);
      return code;
    },
    person: (changes) => ({
      username: fields.username,
      password: fields.password,
      smsCode: user.smsCode,
      async totpCode() {
        if (user.authenticator === undefined) throw new Error('the user has no authenticator');
        return user.authenticator.freshCode();
      },
      async setUpCode(seed) {
        await endpoint.keepSecret(seed);
        user.authenticator = new Authenticator(endpoint, seed);
        return user.authenticator.freshCode();
      },
      ...changes,
    }),
  };
  return user;
}
