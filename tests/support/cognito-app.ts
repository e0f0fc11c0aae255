import { randomUUID } from 'node:crypto';
import { allowClient } from '@lifeguard/cli';
import { type ApiAnswer, callApi } from './cognito-api.ts';
import { rememberSecret } from './evidence.ts';
import type { TestBed, TestUser } from './test-bed.ts';

/** One more client of a bed's realm that may use the Cognito API. */
export interface CognitoApp {
  readonly clientId: string;
  /** The id that clients of AWS know the realm by. */
  readonly poolId: string;
  readonly endpoint: string;
  call(operation: string, input: Readonly<Record<string, unknown>>): Promise<ApiAnswer>;
  /** USER_PASSWORD_AUTH, with more parameters where they are given. */
  signIn(
    user: Pick<TestUser, 'username' | 'password'>,
    parameters?: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>;
}

export interface CognitoAppOptions {
  /** Members of CreateUserPoolClient that Keycloak has no place for. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A public client without. */
  readonly secret?: string;
}

export async function createCognitoApp(
  bed: TestBed,
  { settings = {}, secret }: CognitoAppOptions = {},
): Promise<CognitoApp> {
  const clientId = `app${randomUUID().replaceAll('-', '').slice(0, 22)}`;
  if (secret !== undefined) await rememberSecret(secret);
  await bed.pool.client.clients.create({
    clientId,
    publicClient: secret === undefined,
    ...(secret === undefined ? {} : { secret }),
    attributes: { 'lifeguard.cognito.client': JSON.stringify(settings) },
  });
  const flows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const;
  const allowed = await allowClient(bed.pool, { clientId, flows });
  if (!allowed.ok) throw new Error(allowed.reason);
  const { id = '' } = (await bed.pool.client.realms.findOne({ realm: bed.realm })) ?? {};
  return {
    clientId,
    poolId: `us-east-1_${id.replaceAll('-', '')}`,
    endpoint: `${bed.url}/realms/${bed.realm}/lifeguard/cognito`,
    call: (operation, input) => callApi(bed, operation, input),
    signIn: ({ username, password }, parameters = {}) =>
      callApi(bed, 'InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientId,
        AuthParameters: { USERNAME: username, PASSWORD: password, ...parameters },
      }),
  };
}
