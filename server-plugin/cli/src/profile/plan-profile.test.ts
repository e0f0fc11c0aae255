import type { UserProfileConfig } from '@keycloak/keycloak-admin-client/lib/defs/userProfileMetadata.js';
import { USER_MARKS } from '@lifeguard/shared/cognito';
import { E164_PATTERN, parsePhoneNumber, USER_ATTRIBUTES } from '@lifeguard/shared/mfa';
import { describe, expect, it } from 'vitest';
import { LIFEGUARD_ATTRIBUTES } from './lifeguard-attributes.ts';
import { attributeFaults, planProfile, withAttribute } from './plan-profile.ts';

const username = {
  name: 'username',
  permissions: { view: ['admin', 'user'], edit: ['admin', 'user'] },
  multivalued: false,
};
const plain: UserProfileConfig = { attributes: [username], groups: [{ name: 'user-metadata' }] };
const complete = LIFEGUARD_ATTRIBUTES.reduce(withAttribute, plain);

function withPhoneNumber(change: object): UserProfileConfig {
  const attributes = complete.attributes?.map((attribute) =>
    attribute.name === 'phoneNumber' ? { ...attribute, ...change } : attribute,
  );
  return { ...complete, ...(attributes === undefined ? {} : { attributes }) };
}

function planned(profile: UserProfileConfig): readonly string[] {
  return planProfile(profile).map(({ what }) => what);
}

describe('planProfile', () => {
  it('adds the attributes that are missing', () => {
    const names = [...Object.values(USER_ATTRIBUTES), ...Object.values(USER_MARKS)];
    expect(planned(plain)).toEqual(
      names.map((name) => `add the user attribute ${name}, which only administrators edit`),
    );
  });

  it('has nothing to do with what it made', () => {
    expect(planned(complete)).toEqual([]);
  });

  it('takes the right to edit the own phone number from users', () => {
    const open = withPhoneNumber({ permissions: { view: ['admin', 'user'], edit: ['admin', 'user'] } });
    expect(planned(open)).toEqual(['correct the user attribute phoneNumber: user may edit it']);
  });

  it('corrects an attribute that nobody may see and that holds several values', () => {
    expect(planned(withPhoneNumber({ permissions: {}, multivalued: true }))).toEqual([
      'correct the user attribute phoneNumber: administrators may not edit it, administrators may not see it, it holds several values',
    ]);
  });
});

describe('attributeFaults', () => {
  it.each(Object.values(USER_MARKS))(
    'says of %s that users may write it where they may write what is not named',
    (name) => {
      const wanted = LIFEGUARD_ATTRIBUTES.find((attribute) => attribute.name === name);
      if (wanted === undefined) throw new Error(`${name} is not asked for.`);
      const open = { ...plain, unmanagedAttributePolicy: 'ENABLED' as never };
      expect(attributeFaults(open, wanted)).toEqual(['it is missing, and users may write what is not named']);
      expect(attributeFaults(plain, wanted)).toEqual(['it is missing']);
      expect(attributeFaults({ ...complete, unmanagedAttributePolicy: 'ENABLED' as never }, wanted)).toEqual([]);
    },
  );
});

describe('withAttribute', () => {
  it("keeps the operator's own name, group and validation", () => {
    const own = withPhoneNumber({
      displayName: 'Mobile',
      group: 'user-metadata',
      permissions: { view: ['user'], edit: ['user'] },
    });
    const [, phoneNumber] = LIFEGUARD_ATTRIBUTES.reduce(withAttribute, own).attributes ?? [];
    expect(phoneNumber).toMatchObject({
      displayName: 'Mobile',
      group: 'user-metadata',
      permissions: { view: ['admin', 'user'], edit: ['admin'] },
    });
  });

  it('leaves the rest of the profile as it is', () => {
    expect(complete.attributes?.[0]).toEqual(username);
    expect(complete.groups).toEqual(plain.groups);
    expect(complete).not.toHaveProperty('unmanagedAttributePolicy');
  });
});

it.each([
  '+14155550123',
  '+1234567',
  '+123456789012345',
  '+1234567890123456',
  '+0123456789',
  '14155550123',
  '+123456',
  '+',
  '',
])('the profile accepts %j as a stored number just as the shared rules do', (text) => {
  expect(new RegExp(E164_PATTERN).test(text)).toBe(parsePhoneNumber(text).ok);
});
