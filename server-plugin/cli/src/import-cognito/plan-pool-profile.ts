import type { UserProfileConfig } from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';
import type { Change } from '../install/change.ts';

/** Attributes that Keycloak's own profile demands of users, and Cognito's need not have. */
const NOT_REQUIRED: readonly string[] = ['email', 'firstName', 'lastName'];

/** Attributes such as `custom:team` can't be named in a profile, so administrators have to see those that it does not name. */
const SEES_ALL = ['ADMIN_VIEW', 'ADMIN_EDIT', 'ENABLED'];

/**
 * Makes the user profile of a realm take users of Cognito: attributes of any name, and no name or address where there is none. Else
 * Keycloak would ask for them before anybody gets tokens.
 */
export function planPoolProfile(profile: UserProfileConfig): readonly Change[] {
  const demanding = (profile.attributes ?? []).some(({ name = '', required }) => isDemanding(name, required));
  const { unmanagedAttributePolicy: policy } = profile;
  if (!demanding && SEES_ALL.includes(String(policy))) return [];
  return [
    {
      what: 'let users have attributes of any name, and neither name nor e-mail address',
      async apply({ client }): Promise<void> {
        const now = await client.users.getProfile();
        await client.users.updateProfile({
          ...now,
          unmanagedAttributePolicy: SEES_ALL.includes(String(policy)) ? policy : 'ADMIN_EDIT',
          attributes: (now.attributes ?? []).map(({ required, ...attribute }) =>
            required === undefined || isDemanding(attribute.name ?? '', required)
              ? attribute
              : { ...attribute, required },
          ),
        } as UserProfileConfig);
      },
    },
  ];
}

function isDemanding(name: string, required: unknown): boolean {
  return NOT_REQUIRED.includes(name) && required !== undefined && required !== null;
}
