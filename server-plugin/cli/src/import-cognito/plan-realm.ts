import type RealmRepresentation from '@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js';
import {
  COGNITO_ATTRIBUTES,
  NEW_POOL,
  signsInByEmail,
  tokenLifetimes,
  withPasswordPolicy,
} from '@lifeguard/shared/cognito';
import {
  changePoolPolicy,
  formatPoolPolicy,
  POOL_ATTRIBUTES,
  type PolicyProblem,
  type PoolPolicy,
} from '@lifeguard/shared/mfa';
import type { CognitoExport, ExportedMfa } from './cognito-export.ts';
import { missingFeatures } from './missing-features.ts';
import { keptSettings } from './kept-settings.ts';

export interface RealmPlan {
  readonly ok: true;
  readonly realm: RealmRepresentation & { readonly realm: string };
  readonly policy: PoolPolicy;
  /** What of the pool does not come along, in sentences. */
  readonly notes: readonly string[];
}

/** Keycloak's words for {@link NEW_POOL}'s lock. */
const LOCKOUT = {
  bruteForceProtected: true,
  permanentLockout: false,
  failureFactor: NEW_POOL.lockout.failures,
  waitIncrementSeconds: NEW_POOL.lockout.waitIncrementInSeconds,
  maxFailureWaitSeconds: NEW_POOL.lockout.maxWaitInSeconds,
  maxDeltaTimeSeconds: NEW_POOL.lockout.maxWaitInSeconds,
  quickLoginCheckMilliSeconds: 0,
  // As the API sets it: the wait grows with each failure from the fifth on, not with every fifth.
  bruteForceStrategy: 'LINEAR',
} as const;

/** The realm for a pool, with the pool's id for its name, so that apps keep theirs. */
export function planRealm(
  { pool, mfa, clients, users }: CognitoExport,
  { srp }: { readonly srp: boolean },
): RealmPlan | { readonly ok: false; readonly problems: readonly PolicyProblem[] } {
  if (asksByEmailAlone(mfa)) return { ok: false, problems: [BY_EMAIL_ALONE] };
  const policy = policyOf({ pool, mfa });
  if (!policy.ok) return policy;
  const longest = Math.max(
    NEW_POOL.sessionInSeconds,
    ...clients.map((client) => tokenLifetimes(client).refreshInSeconds),
  );
  const byEmail = signsInByEmail(pool);
  const hasDoubles = hasDoubleEmails(users);
  const recovery = pool.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  return {
    ok: true,
    policy: policy.policy,
    notes: [...missingFeatures({ pool, mfa }), ...(byEmail && hasDoubles ? [DOUBLE_EMAILS] : [])],
    realm: {
      realm: pool.Id,
      displayName: pool.Name ?? pool.Id,
      enabled: true,
      ...LOCKOUT,
      passwordPolicy: withPasswordPolicy('', pool.Policies?.PasswordPolicy ?? {}),
      accessTokenLifespan: NEW_POOL.accessTokenInSeconds,
      ssoSessionIdleTimeout: longest,
      ssoSessionMaxLifespan: longest,
      loginWithEmailAllowed: byEmail && !hasDoubles,
      duplicateEmailsAllowed: !byEmail || hasDoubles,
      resetPasswordAllowed: !recovery.some(({ Name }) => Name === 'admin_only'),
      attributes: {
        ...formatPoolPolicy(policy.policy),
        [COGNITO_ATTRIBUTES.poolId]: pool.Id,
        [COGNITO_ATTRIBUTES.srp]: String(srp),
        ...NEW_POOL.attributes,
        [COGNITO_ATTRIBUTES.settings]: JSON.stringify(keptSettings(pool, longest)),
      },
    },
  };
}

const DOUBLE_EMAILS =
  "Several users have the same e-mail address, so Keycloak's pages take usernames alone; the API takes the address of whoever has verified it.";

/** Nobody could sign in, and taken for OFF everybody could by the password alone. */
function asksByEmailAlone({ MfaConfiguration, SmsMfaConfiguration, SoftwareTokenMfaConfiguration }: ExportedMfa) {
  return MfaConfiguration !== 'OFF' && SmsMfaConfiguration === undefined && !SoftwareTokenMfaConfiguration?.Enabled;
}

const BY_EMAIL_ALONE: PolicyProblem = {
  attribute: POOL_ATTRIBUTES.mfaConfiguration,
  message:
    'The pool asks for codes by e-mail alone, which are no second factor here: turn on authenticators or SMS in get-user-pool-mfa-config.json.',
};

function policyOf({ pool, mfa }: Pick<CognitoExport, 'pool' | 'mfa'>) {
  const { SmsMfaConfiguration: sms, SoftwareTokenMfaConfiguration: softwareToken } = mfa;
  const message = sms?.SmsAuthenticationMessage ?? pool.SmsAuthenticationMessage;
  return changePoolPolicy(
    {},
    {
      [POOL_ATTRIBUTES.mfaConfiguration]: mfa.MfaConfiguration,
      [POOL_ATTRIBUTES.smsMfa]: String(sms !== undefined),
      [POOL_ATTRIBUTES.softwareTokenMfa]: String(softwareToken?.Enabled === true),
      ...(message === undefined ? {} : { [POOL_ATTRIBUTES.smsAuthenticationMessage]: message }),
      ...NEW_POOL.policy,
    },
  );
}

function hasDoubleEmails(users: CognitoExport['users']): boolean {
  const emails = users.flatMap(({ Attributes = [] }) =>
    Attributes.flatMap(({ Name, Value = '' }) => (Name === 'email' && Value !== '' ? [Value.toLowerCase()] : [])),
  );
  return new Set(emails).size < emails.length;
}
