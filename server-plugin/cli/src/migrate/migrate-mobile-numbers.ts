import { maskPhoneNumber, USER_ATTRIBUTES } from '@lifeguard/shared/mfa';
import type { Pool } from '../connect.ts';
import { explainAdminError } from '../explain-error.ts';
import { OperatorError } from '../operator-error.ts';
import { planProfile } from '../profile/plan-profile.ts';
import { askAboutUser } from '../user/ask-about-user.ts';
import type { StoredUser } from '../user/find-user.ts';
import { readUsers } from '../user/read-users.ts';
import { MOBILE_NUMBER_TYPE, readMobileNumber } from './mobile-number.ts';
import { planTakeOver, type TakeOverObstacle, type TakeOverPlan, type TakeOverRules } from './plan-take-over.ts';

export interface MigrationOptions extends TakeOverRules {
  /** Without it nothing is written. */
  readonly apply: boolean;
  /** Whether the other plugin's credential goes once its number has been taken over. */
  readonly removeCredentials: boolean;
  /** How many users, in the order of their names, an earlier run has done. */
  readonly from?: number;
  /** Hears of every user who has a credential of the other plugin. */
  readonly onUser: (user: MigratedUser) => void;
}

type MigrationOutcome = 'to-take-over' | 'taken-over' | 'nothing-to-do' | 'refused' | TakeOverObstacle;

/** One line of the report. */
export interface MigratedUser {
  readonly id: string;
  readonly username: string;
  readonly enabled: boolean;
  /** Masked; absent where there is not one number. */
  readonly phoneNumber?: string;
  readonly outcome: MigrationOutcome;
  /** For people; absent when all is well. */
  readonly reason?: string;
  readonly credentialRemoved: boolean;
}

/** How many users are asked about at once: enough to hide the way to the server, and nothing to a server that people sign in at. */
const AT_ONCE = 8;

/**
 * Takes over the phone numbers of users of netzbegruenung's SMS authenticator. What was taken over before is left as it is, so it can be
 * run again at any time.
 * @returns how many users were looked at
 * @throws {OperatorError} not-applied, with how to go on
 */
export async function migrateMobileNumbers(pool: Pool, options: MigrationOptions): Promise<number> {
  const { apply, from = 0, onUser } = options;
  // An attribute that the profile does not know is hidden from the Admin API, and so would be what was taken over.
  if (apply) for (const change of planProfile(await pool.client.users.getProfile())) await change.apply(pool);
  let done = from;
  try {
    for await (const page of readUsers(pool, { from })) {
      for (let first = 0; first < page.length; first += AT_ONCE) {
        const users = page.slice(first, first + AT_ONCE);
        for (const user of await Promise.all(users.map((each) => migrateUser(pool, each, options))))
          if (user !== undefined) onUser(user);
        done += users.length;
      }
    }
  } catch (error) {
    const cause = explainAdminError(error, pool);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError('not-applied', `${reason} ${done} users are done: go on with --from ${done}.`, { cause });
  }
  return done - from;
}

async function migrateUser(pool: Pool, user: StoredUser, options: MigrationOptions): Promise<MigratedUser | undefined> {
  const credentials = await pool.client.users.getCredentials({ id: user.id });
  const theirs = credentials.filter(({ type }) => type === MOBILE_NUMBER_TYPE);
  if (theirs.length === 0) return undefined;
  const plan = planTakeOver(
    {
      mobileNumbers: theirs.map(({ credentialData }) => readMobileNumber(credentialData)),
      ...readNumber(user),
      hasSettings: user.attributes?.[USER_ATTRIBUTES.enabledMfa] !== undefined,
      hasAuthenticator: credentials.some(({ type }) => type === 'otp'),
    },
    options,
  );
  const result = await carryOut(pool, user.id, plan, options);
  const isSafe = options.apply && (result.outcome === 'taken-over' || result.outcome === 'nothing-to-do');
  const removed = isSafe && options.removeCredentials ? theirs.flatMap(({ id }) => id ?? []) : [];
  for (const credentialId of removed) await pool.client.users.deleteCredential({ id: user.id, credentialId });
  return {
    id: user.id,
    username: user.username ?? user.id,
    enabled: user.enabled === true,
    ...result,
    credentialRemoved: removed.length > 0,
  };
}

function readNumber({ attributes }: StoredUser): {
  readonly phoneNumber?: string;
  readonly phoneNumberVerified: boolean;
} {
  const [phoneNumber] = (attributes?.[USER_ATTRIBUTES.phoneNumber] ?? []) as readonly string[];
  const [verified] = (attributes?.[USER_ATTRIBUTES.phoneNumberVerified] ?? []) as readonly string[];
  return { ...(phoneNumber === undefined ? {} : { phoneNumber }), phoneNumberVerified: verified === 'true' };
}

async function carryOut(
  pool: Pool,
  id: string,
  plan: TakeOverPlan,
  { apply }: MigrationOptions,
): Promise<Pick<MigratedUser, 'outcome' | 'phoneNumber' | 'reason'>> {
  if (plan.kind === 'obstacle') {
    const { obstacle: outcome, reason, masked } = plan;
    return { outcome, reason, ...(masked === undefined ? {} : { phoneNumber: masked }) };
  }
  const phoneNumber = maskPhoneNumber(plan.e164);
  if (plan.kind === 'nothing') return { outcome: 'nothing-to-do', phoneNumber };
  if (!apply) return { outcome: 'to-take-over', phoneNumber };
  const steps = [
    { path: '/phone-number', body: { phoneNumber: plan.e164, verified: true } },
    ...(plan.preference === undefined ? [] : [{ path: '/mfa-preference', body: plan.preference }]),
  ];
  for (const { path, body } of steps) {
    const answer = await askAboutUser(pool, id, { path, change: { method: 'PUT', body } });
    if (!answer.ok) return { outcome: 'refused', reason: answer.reason, phoneNumber };
  }
  return { outcome: 'taken-over', phoneNumber };
}
