import { requireRole } from '../access/caller.ts';
import type { TagResourceInput } from '../model/input-types.ts';
import { TagResource } from '../model/inputs.ts';
import { signed } from '../operation.ts';
import { openPoolById } from '../pool/open-pool.ts';
import { poolIdOfArn } from '../pool/pool-arn.ts';
import { readPoolSettings, writePoolSettings } from '../pool/pool-settings.ts';
import { invalidParameter } from '../protocol/cognito-error.ts';

const MOST = 50;

/** @see Amazon Cognito API Reference, TagResource */
export const tagResource = signed<TagResourceInput>(TagResource, ({ ResourceArn, Tags }, { ports }) => {
  const settings = readPoolSettings(openPoolById(ports, poolIdOfArn(ResourceArn)));
  requireRole(ports, 'manage-realm');
  const UserPoolTags = { ...settings.UserPoolTags, ...Tags };
  if (Object.keys(UserPoolTags).length > MOST) throw invalidParameter(`A user pool can have ${MOST} tags.`);
  writePoolSettings(ports, { ...settings, UserPoolTags });
});
