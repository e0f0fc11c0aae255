import { findAwsClients } from '@lifeguard/dev/prerequisites';
import { test } from '@playwright/test';
import { type CaseServer, openCaseServer } from '../cognito/case-server.ts';
import { operationsCases, peopleCases, wireCases } from '../cognito/cases/index.ts';
import { amplifyClient } from '../cognito/clients/amplify.ts';
import { awsCliOperations } from '../cognito/clients/aws-cli.ts';
import { boto3Operations } from '../cognito/clients/boto3.ts';
import { identityJsClient } from '../cognito/clients/identity-js.ts';
import type { Operations } from '../cognito/clients/operations.ts';
import { operationsClient } from '../cognito/clients/operations-client.ts';
import { connectKeycloakEndpoint } from '../cognito/keycloak-endpoint.ts';

// The clients as they come from the registries, at a real Keycloak. Every case runs here by the AWS SDK for JavaScript; the other clients
// that call operations run what people do, and the rest of the cases on the Keycloak in memory (tests/cognito/*.test.ts).

let server: CaseServer;

test.beforeAll(async () => {
  server = await openCaseServer(connectKeycloakEndpoint);
});
test.afterAll(() => {
  test.setTimeout(300_000);
  return server.close();
});

for (const { name, run } of wireCases) {
  test(`on the wire: ${name}`, () => run(server.pools.benchFor(server.sdk)));
}

for (const { name, run } of operationsCases) {
  test(`AWS SDK for JavaScript: ${name}`, () => run(server.pools.benchFor(server.sdk)));
}

for (const { name, run } of peopleCases) {
  test(`AWS SDK for JavaScript: ${name}`, () => run(server.pools.benchFor(server.sdk), operationsClient(server.sdk)));
}

// By the password what depends on the first factor: the rest is run so on the Keycloak in memory.
for (const flow of ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const) {
  for (const client of [identityJsClient(flow), amplifyClient(flow)]) {
    for (const { name, run, isAboutPassword } of peopleCases) {
      if (flow === 'USER_PASSWORD_AUTH' && isAboutPassword !== true) continue;
      test(`${client.name}: ${name}`, () => run(server.pools.benchFor(server.sdk), client));
    }
  }
}

test.describe('clients in Python', () => {
  const python = findAwsClients();
  test.skip(
    python === undefined && process.env['CI'] === undefined,
    'boto3 and the AWS CLI were not found: `npm run dev prerequisites` installs them where there is Python 3.10 or newer',
  );
  for (const { client, start } of [
    { client: 'boto3', start: boto3Operations },
    { client: 'AWS CLI', start: awsCliOperations },
  ]) {
    test.describe(client, () => {
      let operations: Operations;
      test.beforeAll(() => {
        if (python === undefined) throw new Error('boto3 and the AWS CLI were not found');
        operations = start(python, server.endpoint);
      });
      test.afterAll(() => operations.close());
      for (const { name, run } of peopleCases) {
        test(name, () => run(server.pools.benchFor(operations), operationsClient(operations)));
      }
    });
  }
});
