import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import { API_SCOPE, type AuthFlow, bindsTokens, CLIENT_SETTINGS_ATTRIBUTE } from '@lifeguard/shared/cognito';
import type { Pool } from '../connect.ts';
import { CONSOLE_CLIENT } from '../console/console-client.ts';
import { applyChanges } from '../install/apply-changes.ts';
import type { Change } from '../install/change.ts';
import { requirePlugin } from '../install/require-plugin.ts';
import { apiScopeId, planApiScope } from './api-scope.ts';
import { type ClientSettings, readClientSettings } from './client-settings.ts';

export type ClientResult =
  /** What was done, in words; empty when the client was so already. */
  | { readonly ok: true; readonly changes: readonly string[] }
  | { readonly ok: false; readonly code: 'unknown-client' | 'unfit-client'; readonly reason: string };

/** ClientIdType of the model; requests with another are refused before anybody looks for the client. */
const CLIENT_ID = /^[\w+]{1,128}$/;

/** Clients of Keycloak's own, and ours: whoever could sign in by one with a password alone would be past its pages. */
const NOT_FOR_APPS: readonly string[] = [
  'account',
  'account-console',
  'admin-cli',
  'broker',
  'realm-management',
  'security-admin-console',
  CONSOLE_CLIENT,
];

/**
 * Makes a client take part in the API by these flows, in place of those that it had; its other settings stay.
 * @throws {OperatorError} plugin-missing, not-applied, missing-role
 */
export async function allowClient(
  pool: Pool,
  { clientId, flows }: { readonly clientId: string; readonly flows: readonly AuthFlow[] },
): Promise<ClientResult> {
  await requirePlugin(pool);
  const client = await findClient(pool, clientId);
  const problem = client === undefined ? unknown(pool, clientId) : unfitness(client);
  if (client === undefined || problem !== undefined) return problem ?? unknown(pool, clientId);
  const changes = planAllowed(client, flows, await pool.client.clientScopes.find());
  await applyChanges(pool, changes, 'cognito allow');
  return { ok: true, changes: changes.map(({ what }) => what) };
}

/**
 * Makes a client unknown to the API. Its tokens are good until they expire, at Keycloak's own endpoints only.
 * @throws {OperatorError} not-applied, missing-role
 */
export async function denyClient(pool: Pool, { clientId }: { readonly clientId: string }): Promise<ClientResult> {
  const client = await findClient(pool, clientId);
  if (client === undefined) return unknown(pool, clientId);
  const changes = planDenied(client, await pool.client.clientScopes.find());
  await applyChanges(pool, changes, 'cognito deny');
  return { ok: true, changes: changes.map(({ what }) => what) };
}

/** Makes a client that is there take part; the scope comes first, so that no sign-in goes without it. */
export function planAllowed(
  client: ClientRepresentation,
  flows: readonly AuthFlow[],
  scopes: readonly ClientScopeRepresentation[],
): readonly Change[] {
  const { id = '', clientId, defaultClientScopes = [] } = client;
  const read = readClientSettings(client);
  const before: ClientSettings = read.kind === 'settings' ? read.settings : {};
  const isSo = read.kind === 'settings' && sameTexts(before.ExplicitAuthFlows ?? [], flows);
  return [
    ...planApiScope(scopes),
    ...(defaultClientScopes.includes(API_SCOPE)
      ? []
      : [
          {
            what: `give the client "${clientId}" the client scope ${API_SCOPE}`,
            apply: async (pool: Pool) =>
              pool.client.clients.addDefaultClientScope({ id, clientScopeId: await apiScopeId(pool) }),
          },
        ]),
    ...(isSo
      ? []
      : [
          {
            what: `let the client "${clientId}" use the Cognito API by ${flows.join(', ')}`,
            apply: (pool: Pool) =>
              writeAttribute(pool, client, JSON.stringify({ ...before, ExplicitAuthFlows: flows })),
          },
        ]),
  ];
}

/** Takes a client out of the API, and the scope with it. */
export function planDenied(
  client: ClientRepresentation,
  scopes: readonly ClientScopeRepresentation[],
): readonly Change[] {
  const { id = '', clientId, defaultClientScopes = [], optionalClientScopes = [] } = client;
  const clientScopeId = scopes.find(({ name }) => name === API_SCOPE)?.id;
  const changes: Change[] = [];
  if (readClientSettings(client).kind !== 'none') {
    changes.push({
      what: `take the client "${clientId}" out of the Cognito API`,
      // Keycloak removes an attribute that is given as an empty text.
      apply: (pool) => writeAttribute(pool, client, ''),
    });
  }
  if (clientScopeId === undefined) return changes;
  const what = `take the client scope ${API_SCOPE} from the client "${clientId}"`;
  if (defaultClientScopes.includes(API_SCOPE))
    changes.push({ what, apply: (pool) => pool.client.clients.delDefaultClientScope({ id, clientScopeId }) });
  if (optionalClientScopes.includes(API_SCOPE))
    changes.push({ what, apply: (pool) => pool.client.clients.delOptionalClientScope({ id, clientScopeId }) });
  return changes;
}

async function findClient({ client }: Pool, clientId: string): Promise<ClientRepresentation | undefined> {
  const [found] = await client.clients.find({ clientId });
  return found;
}

async function writeAttribute({ client }: Pool, { id = '' }: ClientRepresentation, text: string): Promise<void> {
  const { attributes, ...rest } = (await client.clients.findOne({ id })) ?? {};
  await client.clients.update({ id }, { ...rest, attributes: { ...attributes, [CLIENT_SETTINGS_ATTRIBUTE]: text } });
}

function unfitness(client: ClientRepresentation): (ClientResult & { readonly ok: false }) | undefined {
  const { clientId = '', protocol = 'openid-connect', bearerOnly, consentRequired, enabled, attributes = {} } = client;
  if (NOT_FOR_APPS.includes(clientId)) {
    return unfit(`The client ${clientId} is Keycloak's or Lifeguard's own: make one for the application.`);
  }
  if (!CLIENT_ID.test(clientId)) {
    return unfit(
      `The API takes no client id such as ${clientId}: like Cognito's they have up to 128 letters, digits, _ and + alone. Make a client for it.`,
    );
  }
  if (protocol !== 'openid-connect' || bearerOnly === true)
    return unfit(`The client ${clientId} gets no tokens of OpenID Connect: the API has nothing else to give.`);
  if (consentRequired === true)
    return unfit(
      `The client ${clientId} needs the consent of its users, which the API has no page for: switch it off.`,
    );
  if (bindsTokens(attributes))
    return unfit(
      `The tokens of the client ${clientId} are bound to a certificate or a key, which no request of the API proves: switch that off.`,
    );
  if (enabled === false) return unfit(`The client ${clientId} is disabled: enable it first.`);
  return undefined;
}

function unfit(reason: string): ClientResult & { readonly ok: false } {
  return { ok: false, code: 'unfit-client', reason };
}

function unknown({ realm }: Pool, clientId: string): ClientResult & { readonly ok: false } {
  return { ok: false, code: 'unknown-client', reason: `Realm ${realm} has no client ${clientId}.` };
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text) => other.includes(text));
}
