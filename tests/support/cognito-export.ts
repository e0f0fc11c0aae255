import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with what the AWS CLI would write of a pool that nobody has. */
export interface CognitoExport extends AsyncDisposable {
  readonly folder: string;
  readonly poolId: string;
  readonly publicClient: string;
  readonly secretClient: string;
  readonly secret: string;
  /** Writes a file of the folder anew. */
  write(name: string, answer: unknown): Promise<void>;
}

/** What list-users says of one user. */
export function listedUser(number: number, change: object = {}, attributes: Readonly<Record<string, string>> = {}) {
  const values = {
    sub: `0d9a7e5c-0000-4000-8000-${String(number).padStart(12, '0')}`,
    email: `member${number}@example.org`,
    email_verified: 'true',
    ...attributes,
  };
  return {
    Username: `member${number}`,
    Attributes: Object.entries(values).map(([Name, Value]) => ({ Name, Value })),
    UserCreateDate: '2024-03-01T10:00:00+00:00',
    UserLastModifiedDate: '2024-04-01T10:00:00+00:00',
    Enabled: true,
    UserStatus: 'CONFIRMED',
    ...change,
  };
}

export async function writeCognitoExport(users: readonly object[]): Promise<CognitoExport> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-import-'));
  const poolId = `eu-west-1_T${randomInt(1e9)}`;
  const [publicClient, secretClient] = [`app${randomInt(1e12)}`, `backend${randomInt(1e12)}`];
  const secret = `secret-of-nobody-${randomInt(1e12)}`;
  async function write(name: string, answer: unknown): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), JSON.stringify(answer, undefined, 4));
  }
  await write('pool.json', {
    UserPool: {
      Id: poolId,
      Name: 'Imported',
      CreationDate: '2024-01-01T00:00:00+00:00',
      MfaConfiguration: 'ON',
      AutoVerifiedAttributes: ['email'],
      EstimatedNumberOfUsers: users.length,
      SchemaAttributes: [{ Name: 'custom:team', AttributeDataType: 'String', Mutable: true }],
      Policies: { PasswordPolicy: { MinimumLength: 9, RequireUppercase: false, RequireSymbols: false } },
    },
  });
  await write('mfa.json', {
    MfaConfiguration: 'ON',
    SmsMfaConfiguration: { SmsAuthenticationMessage: 'Sample: {####}' },
    SoftwareTokenMfaConfiguration: { Enabled: true },
  });
  await write('clients.json', { UserPoolClients: [{ ClientId: publicClient }, { ClientId: secretClient }] });
  await write(`clients/${publicClient}.json`, {
    UserPoolClient: {
      ClientId: publicClient,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
  });
  await write(`clients/${secretClient}.json`, {
    UserPoolClient: { ClientId: secretClient, ClientName: 'backend', ClientSecret: secret },
  });
  await write('users.json', { Users: users });
  await write('groups.json', { Groups: [{ GroupName: 'editors', Description: 'Who edit' }] });
  await write('users-in-group-editors.json', { Users: users.slice(0, 1) });
  return {
    folder,
    poolId,
    publicClient,
    secretClient,
    secret,
    write,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
