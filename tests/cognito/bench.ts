import type { CognitoEndpoint } from './endpoint.ts';
import type { Operations } from './clients/operations.ts';
import { makePool, type CasePool, type PoolOptions } from './pool.ts';
import { deletePool } from './delete-pool.ts';

/** What a case works with: a client to be proven, and pools that are made by another one. */
export interface Bench {
  readonly endpoint: CognitoEndpoint;
  /** The client that is proven. */
  readonly client: Operations;
  /** Whatever is only there to get to the point. */
  readonly admin: Operations;
  /** A pool that other cases use too: nothing of it may be changed. */
  pool(options: PoolOptions): Promise<CasePool>;
  /** A pool of the case's own. */
  ownPool(options: PoolOptions): Promise<CasePool>;
}

/** Makes pools, and deletes them in the end. */
export class Pools {
  private readonly endpoint: CognitoEndpoint;
  private readonly admin: Operations;
  private readonly shared = new Map<string, Promise<CasePool>>();
  private readonly made: Promise<CasePool>[] = [];

  constructor(endpoint: CognitoEndpoint, admin: Operations) {
    this.endpoint = endpoint;
    this.admin = admin;
  }

  benchFor(client: Operations): Bench {
    const { endpoint, admin } = this;
    const ownPool = (options: PoolOptions) => {
      const pool = makePool(endpoint, admin, options);
      this.made.push(pool);
      return pool;
    };
    return {
      endpoint,
      client,
      admin,
      ownPool,
      pool: (options) => {
        const key = JSON.stringify(options);
        const pool = this.shared.get(key) ?? ownPool(options);
        this.shared.set(key, pool);
        return pool;
      },
    };
  }

  async remove(): Promise<void> {
    for (const pool of await Promise.allSettled(this.made)) {
      if (pool.status === 'rejected') continue;
      await deletePool(this.admin, pool.value.poolId);
    }
  }
}
