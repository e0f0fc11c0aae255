import { Pools } from './bench.ts';
import type { Operations } from './clients/operations.ts';
import { sdkOperations } from './clients/sdk.ts';
import type { CognitoEndpoint } from './endpoint.ts';

/** Where cases run, and the client that makes their pools: the AWS SDK for JavaScript. */
export interface CaseServer {
  readonly endpoint: CognitoEndpoint;
  readonly sdk: Operations;
  readonly pools: Pools;
  /** Removes what the cases have made. */
  close(): Promise<void>;
}

export async function openCaseServer(
  open: () => Promise<{ readonly endpoint: CognitoEndpoint; close(): Promise<void> }>,
): Promise<CaseServer> {
  const opened = await open();
  const sdk = sdkOperations(opened.endpoint);
  const pools = new Pools(opened.endpoint, sdk);
  return {
    endpoint: opened.endpoint,
    sdk,
    pools,
    async close() {
      await pools.remove();
      await sdk.close();
      await opened.close();
    },
  };
}
