import { POOL_ATTRIBUTES } from '../mfa/pool-policy.ts';
import { COGNITO_ATTRIBUTES } from './names.ts';
import { tokenLifetimes } from './token-lifetimes.ts';

const { accessInSeconds, refreshInSeconds } = tokenLifetimes({});

/** The realm of a pool as CreateUserPool makes it, and the import of a pool of Cognito's. */
export const NEW_POOL = {
  accessTokenInSeconds: accessInSeconds,
  /** Of users' sessions: a session is what a refresh token stands for. */
  sessionInSeconds: refreshInSeconds,
  /**
   * Five wrong passwords or codes, as Cognito counts. Its lock starts with one second and doubles; Keycloak's grows by a fixed step, so
   * that starts with a minute, and ends at Cognito's quarter of an hour.
   */
  lockout: { failures: 5, waitIncrementInSeconds: 60, maxWaitInSeconds: 900 },
  /** Realm attributes of the MFA policy: an authenticator counts when its user turns it on, and MFA may be required at any time. */
  policy: { [POOL_ATTRIBUTES.verifiedTokenIsEnabled]: 'false', [POOL_ATTRIBUTES.requiredAfterCreation]: 'allowed' },
  /** Other realm attributes: the apps of a pool change factors by its access tokens alone. */
  attributes: { [COGNITO_ATTRIBUTES.factorChanges]: 'access-token' },
} as const;

/** Whether users sign in by their e-mail addresses, so that no two may have the same. */
export function signsInByEmail({
  UsernameAttributes = [],
  AliasAttributes = [],
}: {
  readonly UsernameAttributes?: readonly string[];
  readonly AliasAttributes?: readonly string[];
}): boolean {
  return UsernameAttributes.includes('email') || AliasAttributes.includes('email');
}

/** Members of CreateUserPool that the pool's settings keep as they are given. */
export const KEPT_POOL_MEMBERS = {
  /** No update has them. */
  madeOnce: ['AliasAttributes', 'Schema', 'UsernameAttributes', 'UsernameConfiguration'],
  /** Left out of an update they stay: an operator who does not name them must not open a way in, nor lose a pool to a later mistake. */
  staying: [
    'AccountRecoverySetting',
    'AdminCreateUserConfig',
    'DeletionProtection',
    'KeyConfiguration',
    'SmsConfiguration',
    'UserPoolTags',
    'UserPoolTier',
  ],
  /** Left out of an update they are gone, as Cognito does it. */
  replaced: ['AutoVerifiedAttributes', 'DeviceConfiguration', 'EmailConfiguration', 'UserAttributeUpdateSettings'],
  /** Replaced too; three of the texts are members of the template as well. */
  messages: [
    'EmailVerificationMessage',
    'EmailVerificationSubject',
    'SmsVerificationMessage',
    'VerificationMessageTemplate',
  ],
} as const;

export type KeptPoolMember = (typeof KEPT_POOL_MEMBERS)[keyof typeof KEPT_POOL_MEMBERS][number];
