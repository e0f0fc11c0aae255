import { startKeycloak } from '@lifeguard/dev/keycloak';
import { forgetEverything } from './evidence.ts';
import { LIFEGUARD_JAR } from './jar-variant.ts';
import { GATEWAY_TIMEOUT_IN_MILLIS, startSmsGateway } from './sms-gateway.ts';
import { announceTestServer } from './test-server.ts';

/** Starts what all specs share and returns how to end it. Playwright asks for a default export. */
export default async function startServers(): Promise<() => Promise<void>> {
  await forgetEverything();
  const gateway = await startSmsGateway();
  const keycloak = await startKeycloak({
    home: 'tests',
    jars: [LIFEGUARD_JAR],
    options: serverOptions(gateway.url),
    log: console.error,
  });
  announceTestServer({
    url: keycloak.url,
    admin: keycloak.admin,
    gatewayUrl: gateway.url,
    logFile: keycloak.logFile,
  });
  return async () => {
    await keycloak.stop();
    await gateway.close();
  };
}

/** The server's options for tests: the clock can be moved, and nothing is left out of the log. */
export function serverOptions(gatewayUrl: string): string[] {
  return [
    `--spi-lifeguard-sms--webhook--url=${gatewayUrl}`,
    `--spi-lifeguard-sms--webhook--timeout-in-millis=${GATEWAY_TIMEOUT_IN_MILLIS}`,
    '--spi-authenticator--lifeguard-mfa--test-clock=true',
    '--log-level=info,dev.lifeguard:debug,org.keycloak.events:debug',
  ];
}
