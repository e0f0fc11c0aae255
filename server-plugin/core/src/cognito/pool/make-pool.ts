import { COGNITO_ATTRIBUTES, DEFAULT_REGION, isRegion, NEW_POOL, signsInByEmail } from '@lifeguard/shared/cognito';
import { changePoolPolicy, formatPoolPolicy } from '@lifeguard/shared/mfa';
import { requireCaller } from '../access/caller.ts';
import type { CreateUserPoolInput } from '../model/input-types.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PoolChange, PortPool } from '../records.ts';
import { mfaOfNewPool } from './mfa-config.ts';
import { realmChangeOf, settingsOfNewPool } from './pool-change.ts';
import { refusalOf } from './pool-policy.ts';
import { POOL_SETTINGS_ATTRIBUTE } from './pool-settings.ts';

const NAME_LENGTH = 9;
const ATTEMPTS = 5;

/** Makes the realm of a pool and opens it. Its name is the pool's id. */
export function makePool(ports: CognitoPorts, input: CreateUserPoolInput): PortPool {
  const change = changeOf(ports, input);
  const { region } = requireCaller(ports);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const name = `${isRegion(region) ? region : DEFAULT_REGION}_${ports.randomText({ length: NAME_LENGTH })}`;
    const attributes = { ...change.attributes, [COGNITO_ATTRIBUTES.poolId]: name };
    if (ports.createPool({ ...change, name, attributes }) !== null) return ports.pool();
  }
  throw new Error('no free name for a realm');
}

function changeOf(ports: CognitoPorts, input: CreateUserPoolInput): PoolChange {
  const { failures, waitIncrementInSeconds, maxWaitInSeconds } = NEW_POOL.lockout;
  const realm = realmChangeOf(input, undefined);
  const byEmail = signsInByEmail(input);
  const settings = settingsOfNewPool(input, ports.now() / 1000);
  return {
    accessTokenLifespan: NEW_POOL.accessTokenInSeconds,
    ssoSessionIdle: NEW_POOL.sessionInSeconds,
    ssoSessionMax: NEW_POOL.sessionInSeconds,
    bruteForce: { failures, waitIncrement: waitIncrementInSeconds, maxWait: maxWaitInSeconds },
    loginWithEmail: byEmail,
    duplicateEmails: !byEmail,
    ...realm,
    attributes: {
      ...policyOf(mfaOfNewPool({ hasSms: input.SmsConfiguration !== undefined, ...input })),
      [COGNITO_ATTRIBUTES.srp]: 'true',
      ...NEW_POOL.attributes,
      [POOL_SETTINGS_ATTRIBUTE]: JSON.stringify(settings),
      ...realm.attributes,
    },
  };
}

function policyOf(mfa: Readonly<Record<string, string>>): Record<string, string> {
  const result = changePoolPolicy({}, { ...mfa, ...NEW_POOL.policy });
  if (!result.ok) throw refusalOf(result);
  return formatPoolPolicy(result.policy);
}
