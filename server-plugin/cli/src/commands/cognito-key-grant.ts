import { defineCommand } from 'citty';
import { grantKey } from '../cognito/signing-key.ts';
import { placeArg, readPlace, readRoles, roleArg } from './cognito-key-create.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const cognitoKeyGrant = defineCommand({
  meta: {
    name: 'grant',
    description: 'Gives a key pair more roles, or roles of one more realm if it is one of master',
  },
  args: {
    name: { type: 'positional', required: true, description: 'The access key id' },
    ...roleArg,
    ...placeArg,
    ...connectionArgs,
  },
  plugins: [strictArgs],
  run({ args }) {
    const roles = readRoles(args.role);
    const place = readPlace(args.in);
    return withPool(args, async (pool) => {
      const result = await grantKey(pool, { name: args.name, roles, place });
      if (!result.ok) return refuse(result.reason);
      console.log(`done: the key ${args.name} has ${roles.join(', ')} of realm ${pool.realm}`);
    });
  },
});
