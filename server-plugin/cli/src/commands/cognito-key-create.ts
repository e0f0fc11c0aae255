import { defineCommand } from 'citty';
import { endpointOf } from '../cognito/describe-cognito.ts';
import { createKey, KEY_ROLES, type KeyPlace, type KeyRole } from '../cognito/signing-key.ts';
import { OperatorError } from '../operator-error.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

/** Where the key lives. */
export const placeArg = {
  in: {
    type: 'string',
    valueHint: 'realm|master',
    default: 'realm',
    description: 'Whose endpoint takes it: that of the realm, or that of master, which serves every pool',
  },
} as const;

export const roleArg = {
  role: {
    type: 'string',
    required: true,
    valueHint: 'manage-users,…',
    description: `What it may do: ${KEY_ROLES.join(', ')}`,
  },
} as const;

export const cognitoKeyCreate = defineCommand({
  meta: { name: 'create', description: 'Makes a key pair for signed requests and prints it once' },
  args: {
    name: { type: 'positional', required: true, description: 'The access key id' },
    ...roleArg,
    ...placeArg,
    ...connectionArgs,
    json: { type: 'boolean', description: 'Print it as JSON' },
  },
  plugins: [strictArgs],
  run({ args }) {
    const roles = readRoles(args.role);
    const place = readPlace(args.in);
    return withPool(args, async (pool) => {
      const result = await createKey(pool, { name: args.name, roles, place });
      if (!result.ok) return refuse(result.reason);
      const { accessKeyId, secretAccessKey } = result.key;
      const endpoint = endpointOf(pool.server, place === 'master' ? 'master' : pool.realm);
      if (args.json === true) return console.log(JSON.stringify({ accessKeyId, secretAccessKey, endpoint }));
      console.log(`AWS_ACCESS_KEY_ID=${accessKeyId}`);
      console.log(`AWS_SECRET_ACCESS_KEY=${secretAccessKey}`);
      console.log(`AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${endpoint}`);
    });
  },
});

/** @throws {OperatorError} usage */
export function readRoles(text: string): readonly KeyRole[] {
  return text.split(',').map((word) => {
    const role = KEY_ROLES.find((known) => known === word.trim());
    if (role === undefined) throw new OperatorError('usage', `--role takes ${KEY_ROLES.join(', ')}.`);
    return role;
  });
}

/** @throws {OperatorError} usage */
export function readPlace(text: string): KeyPlace {
  if (text === 'realm' || text === 'master') return text;
  throw new OperatorError('usage', '--in takes realm or master.');
}
