import type { AuthFlow } from '@lifeguard/shared/cognito';
import { defineCommand } from 'citty';
import { allowClient } from '../cognito/allow-client.ts';
import { FLOW_NAMES, readFlows } from '../cognito/flow-names.ts';
import { readCognitoPool, type StoredRealm } from '../cognito/pool-settings.ts';
import type { Pool } from '../connect.ts';
import { connectionArgs, withPool } from './connection.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

export const cognitoAllow = defineCommand({
  meta: { name: 'allow', description: 'Lets an application sign users in by the Cognito API' },
  args: {
    client: { type: 'positional', required: true, description: "The client's id" },
    flow: {
      type: 'string',
      valueHint: FLOW_NAMES.join(','),
      default: 'user-password,refresh',
      description: 'How it may, in place of what it might before',
    },
    ...connectionArgs,
  },
  plugins: [strictArgs],
  run({ args }) {
    const flows = readFlows(args.flow);
    return withPool(args, (pool) => runAllow(pool, args.client, flows));
  },
});

async function runAllow(pool: Pool, clientId: string, flows: readonly AuthFlow[]): Promise<void> {
  const result = await allowClient(pool, { clientId, flows });
  if (!result.ok) return refuse(result.reason);
  if (result.changes.length === 0) console.log('nothing to do');
  for (const change of result.changes) console.log(`done: ${change}`);
  const realm: StoredRealm = (await pool.client.realms.findOne({ realm: pool.realm })) ?? {};
  if (flows.includes('ALLOW_USER_SRP_AUTH') && !readCognitoPool(realm).srp) {
    console.error(
      `look at: realm ${pool.realm} keeps no SRP verifiers, so nobody can sign in by user-srp: see lifeguard cognito set --help.`,
    );
  }
}
