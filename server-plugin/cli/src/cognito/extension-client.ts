import type ClientRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js';
import { EXTENSION_CLIENT, EXTENSION_REDIRECT_URIS } from '@lifeguard/shared/cognito';
import type { Pool } from '../connect.ts';
import { applyChanges } from '../install/apply-changes.ts';
import type { Change } from '../install/change.ts';
import { clientFaults } from '../install/client-faults.ts';
import { requirePlugin } from '../install/require-plugin.ts';
import { allowClient, type ClientResult } from './allow-client.ts';

/**
 * The client by which users connect the browser extension to the pool: it signs them in on Keycloak's own pages, and its tokens are good
 * for their own factors alone.
 * @param redirectUris of builds of the extension that have ids of their own, beside the published ones
 */
export function extensionClient(redirectUris: readonly string[] = []): ClientRepresentation {
  return {
    clientId: EXTENSION_CLIENT,
    name: 'Lifeguard browser extension',
    enabled: true,
    protocol: 'openid-connect',
    publicClient: true,
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    consentRequired: false,
    fullScopeAllowed: false,
    redirectUris: [...new Set([...EXTENSION_REDIRECT_URIS, ...redirectUris])],
    // In Firefox each installation has an origin of its own. What it could ask for without a code and its PKCE verifier is nothing.
    webOrigins: ['*'],
    attributes: {
      'pkce.code.challenge.method': 'S256',
      // One connection is over in a moment, and leaves no token behind.
      'use.refresh.tokens': 'false',
    },
  };
}

/** A code that is sent in the clear, or to any page, is no secret any more. */
export function isExtensionAddress(uri: string): boolean {
  return !uri.includes('*') && URL.canParse(uri) && new URL(uri).protocol === 'https:';
}

/** Makes the client, or brings one that was changed back to what it must be. Further redirect addresses stay. */
export function planExtensionClient(
  client: ClientRepresentation | undefined,
  redirectUris: readonly string[],
): readonly Change[] {
  const wanted = extensionClient([...(client?.redirectUris ?? []).filter(isExtensionAddress), ...redirectUris]);
  if (client === undefined) {
    return [
      {
        what: `create the client ${EXTENSION_CLIENT}, by which the browser extension signs users in`,
        apply: async (pool) => void (await pool.client.clients.create(wanted)),
      },
    ];
  }
  const faults = clientFaults(client, wanted);
  if (faults.length === 0) return [];
  return [
    {
      what: `correct the client ${EXTENSION_CLIENT}: ${faults.join(', ')}`,
      apply: async (pool) =>
        pool.client.clients.update(
          { id: client.id ?? '' },
          { ...client, ...wanted, attributes: { ...client.attributes, ...wanted.attributes } },
        ),
    },
  ];
}

/**
 * Lets users connect the browser extension to the pool.
 * @throws {OperatorError} plugin-missing, not-applied, missing-role
 */
export async function allowExtension(
  pool: Pool,
  { redirectUris = [] }: { readonly redirectUris?: readonly string[] } = {},
): Promise<ClientResult> {
  await requirePlugin(pool);
  const [client] = await pool.client.clients.find({ clientId: EXTENSION_CLIENT });
  const changes = planExtensionClient(client, redirectUris);
  await applyChanges(pool, changes, 'cognito extension');
  // None by which anybody could sign in with a password: the pages ask for it.
  const allowed = await allowClient(pool, { clientId: EXTENSION_CLIENT, flows: ['ALLOW_REFRESH_TOKEN_AUTH'] });
  return allowed.ok ? { ok: true, changes: [...changes.map(({ what }) => what), ...allowed.changes] } : allowed;
}
