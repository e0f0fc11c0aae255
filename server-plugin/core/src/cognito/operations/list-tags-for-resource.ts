import { requireRole } from '../access/caller.ts';
import type { ListTagsForResourceInput } from '../model/input-types.ts';
import { ListTagsForResource } from '../model/inputs.ts';
import { signed } from '../operation.ts';
import { openPoolById } from '../pool/open-pool.ts';
import { poolIdOfArn } from '../pool/pool-arn.ts';
import { readPoolSettings } from '../pool/pool-settings.ts';

/** @see Amazon Cognito API Reference, ListTagsForResource */
export const listTagsForResource = signed<ListTagsForResourceInput>(
  ListTagsForResource,
  ({ ResourceArn }, { ports }) => {
    const pool = openPoolById(ports, poolIdOfArn(ResourceArn));
    requireRole(ports, 'view-realm');
    return { Tags: readPoolSettings(pool).UserPoolTags ?? {} };
  },
);
