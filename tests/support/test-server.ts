/** What the tests share: one Keycloak with the plugin and the SMS gateway that it sends to. */
export interface TestServer {
  readonly url: string;
  readonly admin: { readonly username: string; readonly password: string };
  readonly gatewayUrl: string;
  readonly logFile: string;
}

const VARIABLE = 'LIFEGUARD_TEST_SERVER';

/** Tells the specs, which run in processes of their own, where the server is. */
export function announceTestServer(server: TestServer): void {
  process.env[VARIABLE] = JSON.stringify(server);
}

export function testServer(): TestServer {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('no server was started: run the specs by `playwright test -c tests`');
  return JSON.parse(text) as TestServer;
}
