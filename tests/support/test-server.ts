/** What the tests share: one Keycloak with the plugin and the SMS gateway that it sends to. */
export interface TestServer {
  readonly url: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly gatewayUrl: string;
  /** Where it tells what a month has spent. */
  readonly alertsUrl: string;
  /** Where it tells what it has counted, as Prometheus reads it. */
  readonly metricsUrl: string;
  readonly logFile: string;
}

/** Names the server for the specs, which run in processes of their own. */
export const TEST_SERVER_VARIABLE = 'LIFEGUARD_TEST_SERVER';

export function announceTestServer(server: TestServer): void {
  process.env[TEST_SERVER_VARIABLE] = JSON.stringify(server);
}

/** The server that somebody has announced, by {@link announceTestServer} or in the environment. */
export function announcedServer(): TestServer | undefined {
  const text = process.env[TEST_SERVER_VARIABLE];
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as TestServer);
}

export function testServer(): TestServer {
  const server = announcedServer();
  if (server === undefined) throw new Error('no server was started: run the specs by `playwright test -c tests`');
  return server;
}
