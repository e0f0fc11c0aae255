import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { CLIENT_SETTINGS_ATTRIBUTE } from '@lifeguard/shared/cognito';
import type { ClientSettings } from '../../cognito/client/client-settings.ts';
import { POOL_SETTINGS_ATTRIBUTE, type PoolSettings } from '../../cognito/pool/pool-settings.ts';
import { newClient, newRealm, newUser } from './new-realm.ts';
import { writePassword } from './password-ports.ts';
import type { MemoryClient, MemoryRealm, MemoryUser, MemoryWorld } from './world.ts';

/** What of a new pool is not as usual. The usual one is OPTIONAL with SMS and TOTP, as CreateUserPool makes pools. */
export interface NewPool {
  readonly mfa?: 'OFF' | 'OPTIONAL' | 'ON';
  readonly smsMfa?: boolean;
  readonly softwareTokenMfa?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly settings?: PoolSettings;
  readonly realm?: Partial<Omit<MemoryRealm, 'attributes'>>;
  readonly client?: NewClient;
  readonly user?: NewUser;
}

/** With all flows, public unless `secret` is given. */
export interface NewClient {
  readonly secret?: string;
  readonly settings?: ClientSettings;
  readonly scopes?: readonly string[];
}

/** Confirmed, with a phone number and an address of mail, both verified. */
export interface NewUser extends Partial<MemoryUser> {
  readonly phoneNumber?: string | null;
}

export interface MadePool {
  readonly poolId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly userId: string;
  readonly username: string;
  readonly password: string;
  readonly phoneNumber: string;
}

const FLOWS = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
];

const SCOPES = ['openid', 'profile', 'email', 'aws.cognito.signin.user.admin'];

export function makePool(world: MemoryWorld, now: number, options: NewPool): MadePool {
  const name = `us-east-1_${randomBytes(5).toString('hex').slice(0, 9)}`;
  const realm = { ...newRealm({ id: randomUUID(), name }), ...options.realm };
  realm.attributes = {
    'lifeguard.mfaConfiguration': options.mfa ?? 'OPTIONAL',
    'lifeguard.smsMfa': String(options.smsMfa ?? true),
    'lifeguard.softwareTokenMfa': String(options.softwareTokenMfa ?? true),
    'lifeguard.verifiedTokenIsEnabled': 'false',
    'lifeguard.requiredAfterCreation': 'allowed',
    'lifeguard.cognito.srp': 'true',
    'lifeguard.cognito.factorChanges': 'access-token',
    'lifeguard.cognito.poolId': realm.name,
    [POOL_SETTINGS_ATTRIBUTE]: JSON.stringify({
      CreationDate: now / 1_000,
      LastModifiedDate: now / 1_000,
      ...options.settings,
    }),
    ...options.attributes,
  };
  world.realms.push(realm);
  const client = makeClient(realm, options.client);
  const user = makeUser(realm, now, options.user);
  return {
    poolId: realm.name,
    clientId: client.clientId,
    clientSecret: client.secret ?? '',
    userId: user.id,
    username: user.username,
    password: user.password ?? '',
    phoneNumber: user.attributes['phoneNumber']?.[0] ?? '',
  };
}

/** Adds a client that may use the API. */
export function makeClient(realm: MemoryRealm, { secret, settings, scopes = SCOPES }: NewClient = {}): MemoryClient {
  const client: MemoryClient = {
    ...newClient(randomBytes(13).toString('hex')),
    isPublic: secret === undefined,
    secret: secret ?? null,
    defaultScopes: scopes,
    attributes: { [CLIENT_SETTINGS_ATTRIBUTE]: JSON.stringify({ ExplicitAuthFlows: FLOWS, ...settings }) },
  };
  realm.clients.push(client);
  return client;
}

/** Adds a user. */
export function makeUser(realm: MemoryRealm, now: number, options: NewUser = {}): MemoryUser {
  const { phoneNumber, ...fields } = options;
  const password = fields.password ?? `Pw-${randomBytes(6).toString('hex')}A1`;
  const username = fields.username ?? `user-${randomBytes(4).toString('hex')}`;
  const phone = phoneNumber === undefined ? `+1415${randomInt(1_000_000, 10_000_000)}` : phoneNumber;
  const user: MemoryUser = {
    ...newUser({ id: randomUUID(), username, createdAtInMillis: now }),
    enabled: true,
    email: `${username}@example.org`,
    emailVerified: true,
    ...fields,
  };
  if (phone !== null) user.attributes = { phoneNumber: [phone], phoneNumberVerified: ['true'], ...user.attributes };
  if (fields.password !== null) writePassword(realm, Object.assign(user, { password: null }), password);
  realm.users.push(user);
  return user;
}
