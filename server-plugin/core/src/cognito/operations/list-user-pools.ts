import type { ListUserPoolsInput } from '../model/input-types.ts';
import { ListUserPools } from '../model/inputs.ts';
import { signed } from '../operation.ts';
import { mayServe } from '../pool/open-pool.ts';
import { poolIdOf } from '@lifeguard/shared/cognito';
import { readPoolSettings } from '../pool/pool-settings.ts';
import type { PortPool } from '../records.ts';
import { readPage } from '../protocol/page.ts';

/**
 * The pools that this endpoint serves and the signer may see. Realms of which the API knows no id are left out, so that a page may be
 * shorter than it could.
 * @see Amazon Cognito API Reference, ListUserPools
 */
export const listUserPools = signed<ListUserPoolsInput>(ListUserPools, ({ MaxResults, NextToken }, { ports }) => {
  const { items, next } = readPage({ token: NextToken, max: MaxResults }, (range) => ports.pools(range));
  const pools = items.filter((pool) => mayServe(ports, pool) && poolIdOf(pool) !== undefined);
  return { UserPools: pools.map(describe), ...(next === undefined ? {} : { NextToken: next }) };
});

function describe(pool: PortPool): unknown {
  const { CreationDate = 0, LastModifiedDate = 0 } = readPoolSettings(pool);
  const Name = pool.displayName === '' ? pool.name : pool.displayName;
  return { Id: poolIdOf(pool), Name, LambdaConfig: {}, CreationDate, LastModifiedDate };
}
