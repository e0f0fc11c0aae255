import { MemoryKeycloak, runningClock, serveKeycloak } from '@lifeguard/core/testing';
import type { CognitoEndpoint } from './endpoint.ts';

const STEP_IN_MILLIS = 30_000;

export interface StartedEndpoint {
  readonly endpoint: CognitoEndpoint;
  readonly keycloak: MemoryKeycloak;
  close(): Promise<void>;
}

/** The Cognito API on a Keycloak in memory, served on the loopback address. */
export async function startMemoryEndpoint(): Promise<StartedEndpoint> {
  const clock = runningClock();
  const keycloak = new MemoryKeycloak({ clock });
  const server = await serveKeycloak(keycloak);
  return {
    keycloak,
    close: server.close,
    endpoint: {
      url: `${server.url}/realms/master/lifeguard/cognito`,
      region: 'us-east-1',
      ...keycloak.addKey(),
      realmsUrl: `${server.url}/realms`,
      texts: async (to) => keycloak.beside.texts.filter((text) => text.to === to),
      mails: async (to) => keycloak.beside.mails.filter((mail) => mail.to === to),
      now: () => clock.now(),
      async nextStep() {
        clock.advance((STEP_IN_MILLIS - (clock.now() % STEP_IN_MILLIS)) / 1_000);
      },
      async setPoolAttributes(poolId, attributes) {
        Object.assign(keycloak.realm(poolId).attributes, attributes);
      },
      async setMailServer(poolId) {
        keycloak.realm(poolId).smtp = { host: 'mail.example.org', from: 'pool@example.org' };
      },
      async tokenWithoutScope(poolId, { username }) {
        const { clientId } = keycloak.addClient(poolId, { scopes: ['openid'] });
        return keycloak.tokensOf(poolId, clientId, username).accessToken;
      },
      async keepSecret() {},
    },
  };
}
