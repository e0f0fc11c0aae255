import type { Change } from '../install/change.ts';

const NAMES = { postBrokerLoginFlowAlias: 'post login flow', firstBrokerLoginFlowAlias: 'first login flow' } as const;

/** Gives an identity provider a flow, or takes one away with an empty alias; a secret that Keycloak has masked on reading stays as it is. */
export function setProviderFlow(alias: string, field: keyof typeof NAMES, flow: string): Change {
  return {
    what:
      flow === ''
        ? `take the ${NAMES[field]} away from the identity provider "${alias}"`
        : `set "${flow}" as the ${NAMES[field]} of the identity provider "${alias}"`,
    async apply({ client }): Promise<void> {
      const provider = await client.identityProviders.findOne({ alias });
      await client.identityProviders.update({ alias }, { ...provider, [field]: flow });
    },
  };
}
