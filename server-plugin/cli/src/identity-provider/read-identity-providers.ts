import type IdentityProviderRepresentation from '@keycloak/keycloak-admin-client/lib/defs/identityProviderRepresentation.js';
import type { Pool } from '../connect.ts';

const PAGE_SIZE = 100;

/** All identity providers that sign users in. Keycloak gives no more than a hundred at once. */
export async function readIdentityProviders({ client }: Pool): Promise<readonly IdentityProviderRepresentation[]> {
  const providers: IdentityProviderRepresentation[] = [];
  for (let page = PAGE_SIZE; page === PAGE_SIZE;) {
    const next = await client.identityProviders.find({ first: providers.length, max: PAGE_SIZE });
    providers.push(...next);
    page = next.length;
  }
  return providers.filter(({ types }) => types === undefined || types.includes('USER_AUTHENTICATION'));
}
