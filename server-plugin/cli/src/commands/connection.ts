import { type AdminCredentials, connect, type ConnectOptions, type Pool } from '../connect.ts';
import { explainAdminError } from '../explain-error.ts';
import { OperatorError } from '../operator-error.ts';
import { promptPassword } from './prompt-password.ts';

/** The options that every command has. */
export const connectionArgs = {
  server: {
    type: 'string',
    valueHint: 'URL',
    description: 'Address of Keycloak (LIFEGUARD_SERVER, else http://localhost:8080)',
  },
  realm: { type: 'string', valueHint: 'NAME', description: 'The realm that is the user pool (LIFEGUARD_REALM)' },
  'auth-realm': { type: 'string', valueHint: 'NAME', description: 'The realm of the account below', default: 'master' },
  user: { type: 'string', valueHint: 'NAME', description: 'Administrator (LIFEGUARD_USER)' },
  password: { type: 'string', description: 'Password (LIFEGUARD_PASSWORD, else asked for on a terminal)' },
  'client-id': {
    type: 'string',
    valueHint: 'ID',
    description: 'Service account, in place of a user (LIFEGUARD_CLIENT_ID)',
  },
  'client-secret': { type: 'string', valueHint: 'SECRET', description: 'Its secret (LIFEGUARD_CLIENT_SECRET)' },
} as const;

/** What was given on the command line; an option without a value is an empty text. */
export type ConnectionArgs = { readonly [Name in keyof typeof connectionArgs]?: string | undefined };

/** The connection as asked for; a user's password can still be missing. */
export interface ConnectionRequest {
  readonly server: string;
  readonly realm: string;
  readonly authRealm: string;
  readonly account:
    | { readonly user: string; readonly password?: string }
    | { readonly clientId: string; readonly clientSecret: string };
}

const DEFAULT_SERVER = 'http://localhost:8080';

/** Runs a command's work on the pool that its options name; whatever the server refuses becomes a sentence for the operator. */
export async function withPool(args: ConnectionArgs, work: (pool: Pool) => Promise<void>): Promise<void> {
  const { account, ...where } = readConnection(args, process.env);
  const pool = await connect({ ...where, credentials: await completeCredentials(account) });
  try {
    await work(pool);
  } catch (error) {
    throw explainAdminError(error, pool);
  }
}

/** Runs a command's work with the account that its options name, in a realm that need not be there yet. */
export async function withAccount<Result>(
  args: ConnectionArgs,
  realm: string,
  work: (where: Omit<ConnectOptions, 'realm'>) => Promise<Result>,
): Promise<Result> {
  const { account, realm: _, ...where } = readConnection({ ...args, realm }, process.env);
  try {
    return await work({ ...where, credentials: await completeCredentials(account) });
  } catch (error) {
    throw explainAdminError(error, { ...where, realm });
  }
}

async function completeCredentials(account: ConnectionRequest['account']): Promise<AdminCredentials> {
  if (!('user' in account)) return account;
  const { user, password } = account;
  if (password !== undefined) return { user, password };
  if (process.stdin.isTTY) return { user, password: await promptPassword(user) };
  throw new OperatorError('usage', `Give the password of ${user} with LIFEGUARD_PASSWORD or --password.`);
}

/** Options come before the environment, and an option for a user or a client sets the other kind of account aside. */
export function readConnection(
  args: ConnectionArgs,
  env: Readonly<Record<string, string | undefined>>,
): ConnectionRequest {
  const server = args.server || env['LIFEGUARD_SERVER'] || DEFAULT_SERVER;
  if (!/^https?:\/\/[^/]/.test(server) || !URL.canParse(server)) {
    throw new OperatorError('usage', `${server} is no address: give --server as http:// or https:// and a host.`);
  }
  const realm = args.realm || env['LIFEGUARD_REALM'];
  if (!realm) throw new OperatorError('usage', 'Name the realm of the pool with --realm or LIFEGUARD_REALM.');
  return { server, realm, authRealm: args['auth-realm'] || 'master', account: readAccount(args, env) };
}

function readAccount(
  args: ConnectionArgs,
  env: Readonly<Record<string, string | undefined>>,
): ConnectionRequest['account'] {
  const asked = { user: args.user, clientId: args['client-id'] };
  const isAsked = Boolean(asked.user || asked.clientId);
  const { user, clientId } = isAsked ? asked : { user: env['LIFEGUARD_USER'], clientId: env['LIFEGUARD_CLIENT_ID'] };
  if (user && clientId) throw new OperatorError('usage', 'Give a user or a client to sign in with, not both.');
  if (user) {
    const password = args.password || env['LIFEGUARD_PASSWORD'];
    return password ? { user, password } : { user };
  }
  if (clientId) {
    const clientSecret = args['client-secret'] || env['LIFEGUARD_CLIENT_SECRET'];
    if (!clientSecret) {
      throw new OperatorError(
        'usage',
        `Give the secret of client ${clientId} with LIFEGUARD_CLIENT_SECRET or --client-secret.`,
      );
    }
    return { clientId, clientSecret };
  }
  throw new OperatorError(
    'usage',
    'Say who signs in with --user or LIFEGUARD_USER, or with --client-id or LIFEGUARD_CLIENT_ID.',
  );
}
