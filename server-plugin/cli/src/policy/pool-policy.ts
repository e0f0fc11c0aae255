import { parsePoolPolicy, POOL_ATTRIBUTES, type PoolPolicy, type PoolPolicyResult } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';

/** Reads the pool's policy; attributes that nobody set have their defaults, unreadable ones are problems. */
export async function getPoolPolicy(pool: Pool): Promise<PoolPolicyResult> {
  return parsePoolPolicy(await readPoolAttributes(pool));
}

/** The fields to change, as values or as the texts that somebody typed: the shared rules check both. */
export type PoolPolicyChanges = { readonly [Field in keyof PoolPolicy]?: PoolPolicy[Field] | string };

/** Changes fields of the policy. The plugin writes nothing unless its rules allow the change and the whole policy is valid afterwards. */
export async function setPoolPolicy(pool: Pool, changes: PoolPolicyChanges): Promise<PoolPolicyResult> {
  const answer = await pool.askPlugin('/policy', { method: 'PUT', body: { attributes: toAttributes(changes) } });
  return answer as PoolPolicyResult;
}

function toAttributes(changes: PoolPolicyChanges): Record<string, string> {
  const fields = Object.keys(POOL_ATTRIBUTES) as (keyof PoolPolicy)[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = changes[field];
      return value === undefined ? [] : [[POOL_ATTRIBUTES[field], String(value)]];
    }),
  );
}

/** The attributes of the realm, as they are stored. */
export async function readPoolAttributes({
  client,
  realm,
}: Pool): Promise<Readonly<Record<string, string | undefined>>> {
  return (await client.realms.findOne({ realm }))?.attributes ?? {};
}
