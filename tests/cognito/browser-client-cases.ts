import { afterAll, beforeAll, describe, it } from 'vitest';
import { type CaseServer, openCaseServer } from './case-server.ts';
import { peopleCases } from './cases/index.ts';
import type { SignInClient } from './clients/sign-in-client.ts';
import { startMemoryEndpoint } from './memory-endpoint.ts';

/** For a busy machine. */
const TIMEOUT = { timeout: 30_000 };

const OF_THE_PASSWORD = peopleCases.filter(({ isAboutPassword }) => isAboutPassword);
const OF_THE_REST = peopleCases.filter(({ isAboutPassword }) => !isAboutPassword);

/**
 * Runs the cases of people with a client for browsers, where a sign-in by SRP costs half a second: so do only those about the password here. On
 * the real Keycloak all of them do.
 */
export function runBrowserClientCases(clientOf: (flow: 'USER_PASSWORD_AUTH' | 'USER_SRP_AUTH') => SignInClient): void {
  let server: CaseServer;
  beforeAll(async () => {
    server = await openCaseServer(startMemoryEndpoint);
  });
  afterAll(() => server.close());

  describe.each([
    { client: clientOf('USER_PASSWORD_AUTH'), cases: OF_THE_REST },
    { client: clientOf('USER_SRP_AUTH'), cases: OF_THE_PASSWORD },
  ])('$client.name', TIMEOUT, ({ client, cases }) => {
    it.each(cases)('$name', ({ run }) => run(server.pools.benchFor(server.sdk), client));
  });
}
