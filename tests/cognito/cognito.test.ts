import { afterAll, beforeAll, describe, it } from 'vitest';
import { findAwsClients } from '@lifeguard/dev/prerequisites';
import { Pools } from './bench.ts';
import { operationsCases, peopleCases } from './cases/index.ts';
import { amplifyClient } from './clients/amplify.ts';
import { awsCliOperations } from './clients/aws-cli.ts';
import { boto3Operations } from './clients/boto3.ts';
import { identityJsClient } from './clients/identity-js.ts';
import type { Operations } from './clients/operations.ts';
import { operationsClient } from './clients/operations-client.ts';
import { sdkOperations } from './clients/sdk.ts';
import type { SignInClient } from './clients/sign-in-client.ts';
import { type StartedEndpoint, startMemoryEndpoint } from './memory-endpoint.ts';

let started: StartedEndpoint;
let sdk: Operations;
let pools: Pools;
const python = findAwsClients();
const others: { boto3?: Operations; cli?: Operations } = {};

beforeAll(async () => {
  started = await startMemoryEndpoint();
  sdk = sdkOperations(started.endpoint);
  pools = new Pools(started.endpoint, sdk);
  if (python === undefined) return;
  others.boto3 = boto3Operations(python, started.endpoint);
  others.cli = awsCliOperations(python, started.endpoint);
});
afterAll(async () => {
  await pools.remove();
  await others.boto3?.close();
  await sdk.close();
  await started.close();
});

const peoplesClients: readonly SignInClient[] = [
  identityJsClient('USER_SRP_AUTH'),
  identityJsClient('USER_PASSWORD_AUTH'),
  amplifyClient('USER_SRP_AUTH'),
  amplifyClient('USER_PASSWORD_AUTH'),
];

describe.each(peoplesClients)('$name', (client) => {
  it.each(peopleCases)('$name', ({ run }) => run(pools.benchFor(sdk), client));
});

describe('AWS SDK for JavaScript', () => {
  it.each(peopleCases)('$name', ({ run }) => run(pools.benchFor(sdk), operationsClient(sdk)));
  it.each(operationsCases)('$name', ({ run }) => run(pools.benchFor(sdk)));
});

/** Where there is no Python that has them, a person may do without, a build on its own machine may not. */
describe.skipIf(python === undefined && process.env['CI'] === undefined)(
  'clients in Python: `npm run dev prerequisites` installs them where there is Python 3.10 or newer',
  () => {
    const boto3 = () => there(others.boto3);
    it.each(peopleCases)('boto3: $name', ({ run }) => run(pools.benchFor(boto3()), operationsClient(boto3())));
    it.each(operationsCases)('boto3: $name', ({ run }) => run(pools.benchFor(boto3())));
    it.each(operationsCases.filter(({ byCommandLine }) => byCommandLine))(
      'AWS CLI: $name',
      ({ run }) => run(pools.benchFor(there(others.cli))),
      60_000,
    );
  },
);

function there(operations: Operations | undefined): Operations {
  if (operations === undefined) throw new Error('boto3 and the AWS CLI were not found');
  return operations;
}
