import { defineCommand } from 'citty';
import { type CognitoDescription, describeCognito } from '../cognito/describe-cognito.ts';
import { flowName } from '../cognito/flow-names.ts';
import { connectionArgs, withPool } from './connection.ts';
import { strictArgs } from './strict-args.ts';

export const cognitoShow = defineCommand({
  meta: { name: 'show', description: 'Shows how the Cognito API knows the realm, and which applications may use it' },
  args: { ...connectionArgs, json: { type: 'boolean', description: 'Print it as JSON' } },
  plugins: [strictArgs],
  run: ({ args }) =>
    withPool(args, async (pool) => {
      const description = await describeCognito(pool);
      console.log(args.json === true ? JSON.stringify(description) : formatCognito(description));
    }),
});

function formatCognito(description: CognitoDescription): string {
  const { endpoint, endpointOfAllPools, poolId, region, issuer, srp, factorChanges, clients, keys } = description;
  const rows: [string, string][] = [
    ['endpoint', endpoint],
    ['of all pools', endpointOfAllPools],
    ['region', region],
    ['pool id', poolId ?? "none: the realm's own id is no UUID, so the API can't serve it"],
    ['issuer', issuer === 'cognito' ? 'as Cognito has it' : "Keycloak's own"],
    ['SRP verifiers', srp ? 'kept' : 'not kept'],
    ['factors', factorChanges === 'access-token' ? 'changed with any access token' : 'changed after proving one'],
    ['keys', keys.length === 0 ? 'none of this realm' : keys.join(', ')],
    ...clients.map(({ clientId, enabled, hasSecret, flows }): [string, string] => [
      'client',
      [
        `${clientId}${enabled ? '' : ' (disabled)'}${hasSecret ? ' (with a secret)' : ''}:`,
        flows === undefined ? `its settings can't be read` : flows.map(flowName).join(', '),
      ].join(' '),
    ]),
  ];
  if (clients.length === 0) rows.push(['clients', 'none may use the API']);
  return rows.map(([name, value]) => `${name.padEnd(13)}  ${value}`).join('\n');
}
