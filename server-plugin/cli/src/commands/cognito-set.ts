import { defineCommand } from 'citty';
import {
  type CognitoPoolChanges,
  planCognitoPool,
  type StoredRealm,
  writeRealmAttributes,
} from '../cognito/pool-settings.ts';
import type { Pool } from '../connect.ts';
import { OperatorError } from '../operator-error.ts';
import { confirm } from './confirm.ts';
import { connectionArgs, withPool } from './connection.ts';
import { EXIT_CODE } from './exit-code.ts';
import { refuse } from './refuse.ts';
import { strictArgs } from './strict-args.ts';

const settingArgs = {
  region: { type: 'string', valueHint: 'eu-west-1', description: 'The first part of the id of the pool' },
  issuer: {
    type: 'string',
    valueHint: 'keycloak|cognito',
    description: 'The claim iss: the realm, or an address as Cognito has it',
  },
  srp: {
    type: 'string',
    valueHint: 'on|off',
    description: 'Keep a verifier of each password, which sign-in by USER_SRP_AUTH needs',
  },
  'factor-changes': {
    type: 'string',
    valueHint: 'proven-factor|access-token',
    description: 'What it takes to change factors by the API: a session that has proven one, or any access token',
  },
} as const;

export const cognitoSet = defineCommand({
  meta: { name: 'set', description: 'Changes how the realm shows itself by the Cognito API; what is not named stays' },
  args: { ...connectionArgs, ...settingArgs, yes: { type: 'boolean', description: 'Do not ask' } },
  plugins: [strictArgs],
  run({ args }) {
    const changes = readCognitoChanges(args);
    return withPool(args, (pool) => runSet(pool, changes, args.yes === true));
  },
});

/** @throws {OperatorError} usage */
function readCognitoChanges(args: {
  readonly [Name in keyof typeof settingArgs]?: string | undefined;
}): CognitoPoolChanges {
  const { region, issuer, srp, 'factor-changes': factorChanges } = args;
  if ([region, issuer, srp, factorChanges].every((value) => value === undefined))
    throw new OperatorError('usage', 'Say what to change, for example --issuer cognito: see --help.');
  if (issuer !== undefined && issuer !== 'keycloak' && issuer !== 'cognito')
    throw new OperatorError('usage', '--issuer takes keycloak or cognito.');
  if (srp !== undefined && srp !== 'on' && srp !== 'off') throw new OperatorError('usage', '--srp takes on or off.');
  if (factorChanges !== undefined && factorChanges !== 'proven-factor' && factorChanges !== 'access-token')
    throw new OperatorError('usage', '--factor-changes takes proven-factor or access-token.');
  return {
    ...(region === undefined ? {} : { region }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(srp === undefined ? {} : { srp: srp === 'on' }),
    ...(factorChanges === undefined ? {} : { factorChanges }),
  };
}

async function runSet(pool: Pool, changes: CognitoPoolChanges, yes: boolean): Promise<void> {
  const realm: StoredRealm = (await pool.client.realms.findOne({ realm: pool.realm })) ?? {};
  const plan = planCognitoPool(realm, changes);
  if (!plan.ok) return refuse(plan.reason);
  const entries = Object.entries(plan.attributes);
  if (entries.length === 0) return console.log('nothing to do');
  for (const warning of plan.warnings) console.error(`look at: ${warning}`);
  if (plan.warnings.length > 0 && !yes && !(await confirm(`Change realm ${pool.realm} so?`))) {
    console.log('nothing was changed');
    process.exitCode = EXIT_CODE.refused;
    return;
  }
  await writeRealmAttributes(pool, plan.attributes);
  for (const [attribute, value] of entries) console.log(`done: ${attribute} is ${value}`);
}
