import type ClientScopeRepresentation from '@keycloak/keycloak-admin-client/lib/defs/clientScopeRepresentation.js';
import type { Change } from './change.ts';

/** The plugin's protocol mapper of the claim `amr`. */
export const AMR_MAPPER = 'lifeguard-amr-mapper';

/** Client scopes that Keycloak gives to every client, the best place first: `acr` is about the sign-in as well. */
const SCOPES: readonly string[] = ['acr', 'basic'];

export function hasAmrMapper(scopes: readonly ClientScopeRepresentation[]): boolean {
  return scopes.some(({ protocolMappers = [] }) =>
    protocolMappers.some(({ protocolMapper }) => protocolMapper === AMR_MAPPER),
  );
}

/** Makes tokens say how the user has signed in. Wherever an operator has put the mapper it stays. */
export function planAmr(scopes: readonly ClientScopeRepresentation[]): readonly Change[] {
  if (hasAmrMapper(scopes)) return [];
  const scope = SCOPES.map((name) => scopes.find((candidate) => candidate.name === name)).find(
    (candidate) => candidate?.id !== undefined,
  );
  const id = scope?.id;
  if (scope === undefined || id === undefined) return [];
  return [
    {
      what: `add the claim amr to the client scope "${scope.name}"`,
      async apply({ client }): Promise<void> {
        await client.clientScopes.addProtocolMapper(
          { id },
          {
            name: 'authentication methods (Lifeguard)',
            protocol: 'openid-connect',
            protocolMapper: AMR_MAPPER,
            config: { 'id.token.claim': 'true', 'access.token.claim': 'true', 'introspection.token.claim': 'true' },
          },
        );
      },
    },
  ];
}
