import { findAwsClients } from '@lifeguard/dev/prerequisites';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type CaseServer, openCaseServer } from './case-server.ts';
import { operationsCases, peopleCases } from './cases/index.ts';
import { awsCliOperations } from './clients/aws-cli.ts';
import { boto3Operations } from './clients/boto3.ts';
import type { Operations } from './clients/operations.ts';
import { operationsClient } from './clients/operations-client.ts';
import { startMemoryEndpoint } from './memory-endpoint.ts';

/** Starting Python takes its time on a busy machine. */
const TIMEOUT = { timeout: 30_000 };

let server: CaseServer;

beforeAll(async () => {
  server = await openCaseServer(startMemoryEndpoint);
});
afterAll(() => server.close());

const python = findAwsClients();
const PYTHON_CLIENTS = [
  { name: 'boto3', start: boto3Operations, cases: operationsCases },
  { name: 'AWS CLI', start: awsCliOperations, cases: operationsCases.filter(({ deletesToken }) => !deletesToken) },
];

/** Where there is no Python that has them a person may do without, a build on a machine of its own may not. */
describe.skipIf(python === undefined && process.env['CI'] === undefined).each(PYTHON_CLIENTS)(
  '$name (`npm run dev prerequisites` installs it where there is Python 3.10 or newer)',
  TIMEOUT,
  ({ start, cases }) => {
    let client: Operations;
    beforeAll(() => {
      if (python === undefined) throw new Error('boto3 and the AWS CLI were not found');
      client = start(python, server.endpoint);
    });
    afterAll(() => client.close());
    it.each(peopleCases)('$name', ({ run }) => run(server.pools.benchFor(client), operationsClient(client)));
    it.each(cases)('$name', ({ run }) => run(server.pools.benchFor(client)));
  },
);
