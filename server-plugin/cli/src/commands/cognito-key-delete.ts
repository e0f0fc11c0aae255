import { defineCommand } from 'citty';
import { deleteKey } from '../cognito/signing-key.ts';
import { placeArg, readPlace } from './cognito-key-create.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const cognitoKeyDelete = defineCommand({
  meta: { name: 'delete', description: 'Takes a key pair away' },
  args: {
    name: { type: 'positional', required: true, description: 'The access key id' },
    ...placeArg,
    ...connectionArgs,
  },
  plugins: [strictArgs],
  run({ args }) {
    const place = readPlace(args.in);
    return withPool(args, async (pool) => {
      const result = await deleteKey(pool, { name: args.name, place });
      if (!result.ok) return refuse(result.reason);
      console.log(`done: the key ${args.name} is gone`);
    });
  },
});
