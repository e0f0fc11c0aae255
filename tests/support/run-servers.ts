import { randomBytes } from 'node:crypto';
import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import { type Keycloak, startKeycloak } from '@lifeguard/dev/keycloak';
import { buildMobileNumberPlugin } from './mobile-number-plugin/build-plugin.ts';
import { startAuthenticationDevice } from './authentication-device.ts';
import { LIFEGUARD_JAR } from './jar-variant.ts';
import { spendAlertOptions, startSpendAlertReceiver } from './spend-alert-receiver.ts';
import { GATEWAY_TIMEOUT_IN_MILLIS, startSmsGateway } from './sms-gateway.ts';
import { CHEAP_PASSWORDS } from './test-realm.ts';
import type { TestServer } from './test-server.ts';

export interface RunningServers {
  readonly server: TestServer;
  readonly end: () => Promise<void>;
}

/**
 * Starts one Keycloak with the plugin and the SMS gateway that it sends to.
 * @param home the server's own folder below `.run/`: two that run at once need two
 */
export async function runServers(home: string): Promise<RunningServers> {
  const gateway = await startSmsGateway();
  const alerts = await startSpendAlertReceiver();
  const device = await startAuthenticationDevice();
  const keycloak = await startKeycloak({
    home,
    jars: [LIFEGUARD_JAR, await buildMobileNumberPlugin()],
    options: [
      ...serverOptions({ gatewayUrl: gateway.url, alertsUrl: alerts.url }),
      ...backchannelOptions(device.url),
      // For the tab in Keycloak's own console; the servers that other specs start are without it.
      '--features=declarative-ui',
      '--metrics-enabled=true',
      // Development mode reads each theme anew for each page.
      '--spi-theme--cache-themes=true',
      '--spi-theme--cache-templates=true',
    ],
    log: console.error,
  });
  await makeAdministratorsCheap(keycloak);
  return {
    server: {
      url: keycloak.url,
      admin: keycloak.admin,
      gatewayUrl: gateway.url,
      alertsUrl: alerts.url,
      metricsUrl: `${keycloak.managementUrl}/metrics`,
      logFile: keycloak.logFile,
    },
    async end() {
      await keycloak.stop();
      await gateway.close();
      await alerts.close();
      await device.close();
    },
  };
}

/** Specs sign the administrator in again and again. */
async function makeAdministratorsCheap({ url, admin }: Pick<Keycloak, 'url' | 'admin'>): Promise<void> {
  const client = new KeycloakAdminClient({ baseUrl: url, realmName: 'master' });
  await client.auth({ ...admin, grantType: 'password', clientId: 'admin-cli' });
  await client.realms.update({ realm: 'master' }, { passwordPolicy: CHEAP_PASSWORDS });
}

/** Keycloak knows one device for all users (CIBA). */
function backchannelOptions(deviceUrl: string): string[] {
  return [`--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=${deviceUrl}`];
}

/** Under which the server keeps SRP verifiers, in base64. */
const SRP_KEY = randomBytes(32).toString('base64');

/** The server's options for tests: the clock can be moved, and nothing is left out of the log. */
export function serverOptions({ gatewayUrl, alertsUrl }: Pick<TestServer, 'gatewayUrl' | 'alertsUrl'>): string[] {
  return [
    ...spendAlertOptions(alertsUrl),
    // A test that waits for the purge does not wait long.
    '--spi-jpa-entity-provider--lifeguard--purge-interval-in-seconds=2',
    `--spi-lifeguard-sms--webhook--url=${gatewayUrl}`,
    `--spi-lifeguard-sms--webhook--timeout-in-millis=${GATEWAY_TIMEOUT_IN_MILLIS}`,
    '--spi-authenticator--lifeguard-mfa--test-clock=true',
    `--spi-credential--lifeguard-srp--key=${SRP_KEY}`,
    // Lets a test be a client of any address.
    '--proxy-headers=xforwarded',
    '--log-level=info,dev.lifeguard:debug,org.keycloak.events:debug',
  ];
}
