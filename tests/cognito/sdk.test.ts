import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseServer, openCaseServer } from './case-server.ts';
import { operationsCases, peopleCases, wireCases } from './cases/index.ts';
import { operationsClient } from './clients/operations-client.ts';
import { startMemoryEndpoint } from './memory-endpoint.ts';

/** For a busy machine. */
const TIMEOUT = { timeout: 30_000 };

let server: CaseServer;

beforeAll(async () => {
  server = await openCaseServer(startMemoryEndpoint);
});
afterAll(() => server.close());

it('every public question about MFA has a case that says what is to be (contract section 7)', () => {
  const names = [...operationsCases, ...peopleCases].map(({ name }) => name.split(': ')[0] ?? '');
  const numbers = names.flatMap((beginning) =>
    [...beginning.matchAll(/7\.(\d+)/g)].map(([, number]) => Number(number)),
  );
  expect(Array.from({ length: 42 }, (_, index) => index + 1).filter((number) => !numbers.includes(number))).toEqual([]);
});

describe('on the wire', TIMEOUT, () => {
  it.each(wireCases)('$name', ({ run }) => run(server.pools.benchFor(server.sdk)));
});

describe('AWS SDK for JavaScript', TIMEOUT, () => {
  it.each(peopleCases)('$name', ({ run }) => run(server.pools.benchFor(server.sdk), operationsClient(server.sdk)));
  it.each(operationsCases)('$name', ({ run }) => run(server.pools.benchFor(server.sdk)));
});
