import type {
  UserProfileAttribute,
  UserProfileConfig,
} from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';
import type { Change } from '../install/change.ts';
import { LIFEGUARD_ATTRIBUTES, type LifeguardAttribute } from './lifeguard-attributes.ts';

/** The changes that give the user profile Lifeguard's attributes; every other attribute and setting stays as it is. */
export function planProfile(profile: UserProfileConfig): readonly Change[] {
  return LIFEGUARD_ATTRIBUTES.flatMap((wanted) => {
    const faults = attributeFaults(profile, wanted);
    if (faults.length === 0) return [];
    const isMissing = findAttribute(profile, wanted.name) === undefined;
    const what = isMissing
      ? `add the user attribute ${wanted.name}, which only administrators edit`
      : `correct the user attribute ${wanted.name}: ${faults.join(', ')}`;
    return [
      {
        what,
        async apply({ client }): Promise<void> {
          await client.users.updateProfile(withAttribute(await client.users.getProfile(), wanted));
        },
      },
    ];
  });
}

/** What is wrong with an attribute in a profile, as phrases; none when it is as Lifeguard needs it. */
export function attributeFaults(profile: UserProfileConfig, wanted: LifeguardAttribute): readonly string[] {
  const actual = findAttribute(profile, wanted.name);
  if (actual === undefined) {
    const isOpen = String(profile.unmanagedAttributePolicy) === 'ENABLED';
    return [isOpen ? 'it is missing, and users may write what is not named' : 'it is missing'];
  }
  const { view = [], edit = [] } = actual.permissions ?? {};
  const others = edit.filter((role) => role !== 'admin');
  return [
    ...(others.length > 0 ? [`${others.join(' and ')} may edit it`] : []),
    ...(edit.includes('admin') ? [] : ['administrators may not edit it']),
    ...(view.includes('admin') ? [] : ['administrators may not see it']),
    ...((actual.multivalued ?? false) === wanted.multivalued
      ? []
      : [wanted.multivalued ? 'it holds only one value' : 'it holds several values']),
  ];
}

/** Adds the attribute, or corrects the parts that Lifeguard relies on and keeps the operator's own. */
export function withAttribute(profile: UserProfileConfig, wanted: LifeguardAttribute): UserProfileConfig {
  const attributes = profile.attributes ?? [];
  const actual = findAttribute(profile, wanted.name);
  if (actual === undefined) return { ...profile, attributes: [...attributes, wanted] };
  const { view = [] } = actual.permissions ?? {};
  const corrected: UserProfileAttribute = {
    ...actual,
    permissions: { view: view.includes('admin') ? view : ['admin', ...view], edit: wanted.permissions.edit },
    multivalued: wanted.multivalued,
  };
  return { ...profile, attributes: attributes.map((attribute) => (attribute === actual ? corrected : attribute)) };
}

function findAttribute({ attributes = [] }: UserProfileConfig, name: string): UserProfileAttribute | undefined {
  return attributes.find((attribute) => attribute.name === name);
}
