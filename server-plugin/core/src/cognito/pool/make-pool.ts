import { COGNITO_ATTRIBUTES } from '@lifeguard/shared/cognito';
import { changePoolPolicy, formatPoolPolicy, POOL_ATTRIBUTES } from '@lifeguard/shared/mfa';
import { requireCaller } from '../access/caller.ts';
import type { CreateUserPoolInput } from '../model/input-types.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PoolChange, PortPool } from '../records.ts';
import { mfaOfNewPool } from './mfa-config.ts';
import { realmChangeOf, settingsOfNewPool } from './pool-change.ts';
import { DEFAULT_REGION } from './pool-id.ts';
import { refusalOf } from './pool-policy.ts';
import { POOL_SETTINGS_ATTRIBUTE } from './pool-settings.ts';

const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-[0-9]$/;
const NAME_LENGTH = 9;
const ATTEMPTS = 5;

/** Durations in seconds. */
const HOUR = 3600;
const THIRTY_DAYS = 30 * 24 * HOUR;

/**
 * Five wrong passwords or codes, as Cognito counts. Its lock starts with one second and doubles; Keycloak's grows by a fixed step, so
 * that starts with a minute, and ends at Cognito's quarter of an hour.
 */
const LOCKOUT = { failures: 5, waitIncrement: 60, maxWait: 900 } as const;

/** Makes the realm of a pool and opens it. Its name is the pool's id. */
export function makePool(ports: CognitoPorts, input: CreateUserPoolInput): PortPool {
  const change = changeOf(ports, input);
  const { region } = requireCaller(ports);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const name = `${REGION.test(region) ? region : DEFAULT_REGION}_${ports.randomText({ length: NAME_LENGTH })}`;
    const attributes = { ...change.attributes, [COGNITO_ATTRIBUTES.poolId]: name };
    if (ports.createPool({ ...change, name, attributes }) !== null) return ports.pool();
  }
  throw new Error('no free name for a realm');
}

function changeOf(ports: CognitoPorts, input: CreateUserPoolInput): PoolChange {
  const { UsernameAttributes = [], AliasAttributes = [], SmsConfiguration } = input;
  const realm = realmChangeOf(input, undefined);
  const signsInByEmail = UsernameAttributes.includes('email') || AliasAttributes.includes('email');
  const settings = settingsOfNewPool(input, ports.now() / 1000);
  return {
    accessTokenLifespan: HOUR,
    // A session is what a refresh token stands for.
    ssoSessionIdle: THIRTY_DAYS,
    ssoSessionMax: THIRTY_DAYS,
    bruteForce: LOCKOUT,
    loginWithEmail: signsInByEmail,
    duplicateEmails: !signsInByEmail,
    ...realm,
    attributes: {
      ...policyOf(mfaOfNewPool({ hasSms: SmsConfiguration !== undefined, ...input })),
      [COGNITO_ATTRIBUTES.srp]: 'true',
      [COGNITO_ATTRIBUTES.factorChanges]: 'access-token',
      [POOL_SETTINGS_ATTRIBUTE]: JSON.stringify(settings),
      ...realm.attributes,
    },
  };
}

/** As Cognito has it: an authenticator counts when its user turns it on, and SetUserPoolMfaConfig may require MFA at any time. */
function policyOf(mfa: Readonly<Record<string, string>>): Record<string, string> {
  const { verifiedTokenIsEnabled, requiredAfterCreation } = POOL_ATTRIBUTES;
  const result = changePoolPolicy(
    {},
    { ...mfa, [verifiedTokenIsEnabled]: 'false', [requiredAfterCreation]: 'allowed' },
  );
  if (!result.ok) throw refusalOf(result);
  return formatPoolPolicy(result.policy);
}
