import type { PoolPolicy } from '@lifeguard/shared/mfa';
import type { CognitoExport } from './cognito-export.ts';
import { planUser, type UserPlan } from './plan-user.ts';

/** Plans all users. Keycloak's usernames have no capitals, so of two that differ in nothing else the second has no place. */
export function planUsers(
  { users, memberships, factors }: Pick<CognitoExport, 'users' | 'memberships' | 'factors'>,
  policy: PoolPolicy,
): readonly UserPlan[] {
  const names = new Set<string>();
  return users.map((user) => {
    const { Username: username } = user;
    const name = username.toLowerCase();
    const isTaken = names.has(name);
    names.add(name);
    if (isTaken) return { ok: false, username, reason: 'Another user has the same username but for capitals.' };
    return planUser(user, { policy, groups: memberships.get(username) ?? [], factors: factors.get(username) });
  });
}
