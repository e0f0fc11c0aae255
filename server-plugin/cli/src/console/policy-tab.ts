import type ComponentRepresentation from '@keycloak/keycloak-admin-client/lib/defs/componentRepresentation.js';
import type { Pool } from '../connect.ts';
import type { Change } from '../install/change.ts';

const TAB_TYPE = 'org.keycloak.services.ui.extend.UiTabProvider';
const POLICY_TAB = 'lifeguard-policy';

/** What Keycloak keeps of the tab in its own console; the plugin makes it where the server has such tabs. */
export async function readPolicyTabs({ client }: Pool): Promise<readonly ComponentRepresentation[]> {
  const tabs = await client.components.find({ type: TAB_TYPE });
  return tabs.filter(({ providerId }) => providerId === POLICY_TAB);
}

/** A server without the plugin imports no realm that has a component of it. */
export function planTabRemoval(tabs: readonly ComponentRepresentation[]): readonly Change[] {
  return tabs.flatMap(({ id }) =>
    id === undefined
      ? []
      : [{ what: "delete the tab in Keycloak's console", apply: ({ client }) => client.components.del({ id }) }],
  );
}
