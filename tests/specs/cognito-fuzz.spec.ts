import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { fuzzedRequest, MODEL_INPUTS, realValues, unearned } from '@lifeguard/core/fuzz';
import { signRequest } from '@lifeguard/core/testing';
import { expect, test } from '@playwright/test';
import { deletePool } from '../cognito/delete-pool.ts';
import fc from 'fast-check';
import { type CaseServer, openCaseServer } from '../cognito/case-server.ts';
import { connectKeycloakEndpoint } from '../cognito/keycloak-endpoint.ts';
import { initiate, tokensOf } from '../cognito/sign-in.ts';

// Few requests for each operation: the many are sent to the Keycloak in memory (server-plugin/core/src/testing/fuzz).
const RUNS_PER_OPERATION = 8;

let server: CaseServer;

test.beforeAll(async () => {
  server = await openCaseServer(connectKeycloakEndpoint);
});
test.afterAll(() => server.close());

for (const { operation, shape } of MODEL_INPUTS) {
  test(`whatever is sent to ${operation} is answered with 200 or 400, and gives neither tokens nor a session`, async () => {
    const real = realValues(await knownToAttacker(operation));
    for (const { contentType, body } of fc.sample(fuzzedRequest(shape, real), RUNS_PER_OPERATION)) {
      const { status, answer } = await send(operation, contentType, body);
      const shown = `${contentType} ${body.slice(0, 500)}`;
      expect([200, 400], shown).toContain(status);
      expect(unearned(answer), shown).toBeUndefined();
      const made = answer['UserPool'] as { readonly Id?: string } | undefined;
      if (operation === 'CreateUserPool' && made?.Id !== undefined) {
        await deletePool(server.sdk, made.Id);
      }
    }
  });
}

/** An account of the attacker's own, and a challenge of somebody else. What may change the pool has one of its own. */
async function knownToAttacker(operation: string) {
  const { sdk, pools } = server;
  const { pool: shared, ownPool } = pools.benchFor(sdk);
  const pool = await (operation.includes('UserPool') ? ownPool : shared)({ mfa: 'OPTIONAL' });
  const [attacker, victim] = [await pool.addUser(), await pool.addUser()];
  const { AccessToken: accessToken, RefreshToken: refreshToken } = tokensOf(await initiate(sdk, pool, attacker));
  await sdk.call('AdminSetUserMFAPreference', {
    UserPoolId: pool.poolId,
    Username: victim.username,
    SMSMfaSettings: { Enabled: true, PreferredMfa: true },
  });
  const { Session: session = '' } = await initiate(sdk, pool, victim);
  const { poolId, clientId } = pool;
  const { username, phoneNumber } = victim;
  return { poolId, clientId, username, phoneNumber, accessToken, refreshToken, session };
}

/** Signed, as the text is; fetch would mend some of it. */
async function send(operation: string, contentType: string, body: string) {
  const { endpoint } = server;
  const url = new URL(endpoint.url);
  const unsigned = {
    method: 'POST',
    target: url.pathname,
    headers: {
      host: url.host,
      'content-type': contentType,
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body,
  };
  const headers = signRequest(unsigned, endpoint, { nowInMillis: Date.now() });
  return new Promise<{ readonly status: number; readonly answer: Readonly<Record<string, unknown>> }>(
    (resolve, reject) => {
      const sent = request(url, { method: 'POST', headers }, (response) => {
        text(response)
          .then((json) => resolve({ status: response.statusCode ?? 0, answer: JSON.parse(json) as object as never }))
          .catch(reject);
      });
      sent.on('error', reject).end(body);
    },
  );
}
