import { DEFAULT_POOL_POLICY, type PoolPolicy } from '@lifeguard/shared/mfa';
import { describe, expect, it } from 'vitest';
import { exportedUser } from './export-fixture.ts';
import { planUser } from './plan-user.ts';
import { planUsers } from './plan-users.ts';

const OPTIONAL: PoolPolicy = { ...DEFAULT_POOL_POLICY, mfaConfiguration: 'OPTIONAL', smsMfa: true };
const ON: PoolPolicy = { ...OPTIONAL, mfaConfiguration: 'ON' };
const PHONE = { phone_number: '+447700900001', phone_number_verified: 'true' };

function planned(
  user: ReturnType<typeof exportedUser>,
  { policy = OPTIONAL, factors }: { readonly policy?: PoolPolicy; readonly factors?: object } = {},
) {
  const plan = planUser(user, { policy, groups: ['editors'], factors });
  if (!plan.ok) throw new Error(plan.reason);
  return plan;
}

describe('planUser', () => {
  it('keeps sub, dates, groups, attributes and what is verified', () => {
    const attributes = { ...PHONE, given_name: 'Ann', family_name: 'Example', 'custom:team': 'red', locale: 'de' };
    expect(planned(exportedUser(1, {}, attributes)).representation).toEqual({
      id: '00000000-0000-4000-8000-000000000001',
      username: 'user1',
      enabled: true,
      createdTimestamp: Date.UTC(2024, 2, 1, 10, 0, 0, 250),
      email: 'user1@example.org',
      emailVerified: true,
      firstName: 'Ann',
      lastName: 'Example',
      groups: ['/editors'],
      attributes: {
        'custom:team': ['red'],
        locale: ['de'],
        phoneNumber: ['+447700900001'],
        phoneNumberVerified: ['true'],
        'lifeguard.passwordReset': ['required'],
        'lifeguard.modifiedAt': ['1712000000500'],
      },
    });
  });

  it.each<[string, object, Readonly<Record<string, string>>, object, string]>([
    ['who has signed up', { UserStatus: 'UNCONFIRMED' }, { email_verified: 'false' }, { enabled: false }, 'reset'],
    ['who is disabled', { Enabled: false }, {}, { enabled: false }, 'reset'],
    ['whom no code reaches', {}, { email_verified: 'false' }, { enabled: true }, 'administrator'],
    ['who has no address', {}, { email: '', email_verified: 'true' }, { emailVerified: false }, 'administrator'],
    ['of an identity provider', { UserStatus: 'EXTERNAL_PROVIDER' }, {}, { enabled: true }, 'identity-provider'],
  ])('a user %s', (_, change, attributes, representation, password) => {
    const plan = planned(exportedUser(1, change, attributes));
    expect(plan.representation).toMatchObject(representation);
    expect(plan.password).toBe(password);
  });

  it('an unconfirmed user whom somebody has disabled is not enabled by confirming', () => {
    const { representation } = planned(exportedUser(1, { UserStatus: 'UNCONFIRMED', Enabled: false }));
    expect(representation.attributes).toMatchObject({
      'lifeguard.signUp': ['unconfirmed'],
      'lifeguard.disabled': ['true'],
    });
  });

  it('nobody who comes from an identity provider is told to reset a password', () => {
    const { representation } = planned(exportedUser(1, { UserStatus: 'EXTERNAL_PROVIDER' }, { identities: '[]' }));
    expect(representation.attributes).toEqual({ 'lifeguard.modifiedAt': ['1712000000500'] });
  });

  it.each<[string, PoolPolicy, Readonly<Record<string, string>>, object | undefined, string]>([
    ['nobody is asked', DEFAULT_POOL_POLICY, PHONE, undefined, 'none'],
    ['a required pool texts', ON, PHONE, undefined, 'sms'],
    ['a required pool has an authenticator set up', ON, {}, undefined, 'enrols'],
    ['a required pool without one has nothing to ask', { ...ON, softwareTokenMfa: false }, {}, undefined, 'impossible'],
    ['SMS was turned on', OPTIONAL, PHONE, { UserMFASettingList: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] }, 'sms'],
    ['the authenticator is lost', OPTIONAL, PHONE, { UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] }, 'lost'],
    ['nothing was turned on', OPTIONAL, PHONE, {}, 'none'],
    ['nobody has asked what was', OPTIONAL, PHONE, undefined, 'if-enrolled'],
  ])('the second factor where %s', (_, policy, attributes, factors, expected) => {
    const given = factors === undefined ? {} : { factors };
    expect(planned(exportedUser(1, {}, attributes), { policy, ...given }).factor).toBe(expected);
  });

  it('turns on SMS, which needs no seed, and no authenticator', () => {
    const factors = {
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    };
    const { attributes } = planned(exportedUser(1, {}, PHONE), { factors }).representation;
    expect(attributes).toMatchObject({ 'lifeguard.enabledMfa': ['SMS_MFA'] });
    expect(attributes).not.toHaveProperty(['lifeguard.preferredMfa']);
    const old = exportedUser(1, { MFAOptions: [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }] }, PHONE);
    expect(planned(old).representation.attributes).toMatchObject({ 'lifeguard.enabledMfa': ['SMS_MFA'] });
  });

  it.each<[string, object, Readonly<Record<string, string>>, RegExp]>([
    ['without a sub', {}, { sub: '' }, /--attributes-to-get/],
    ['with a sub that is none', {}, { sub: '../x' }, /no sub/],
    [
      'with a number that is none',
      {},
      { phone_number: '0770' },
      /^The attribute phone_number is not a valid phone number/,
    ],
    ['with an address that is none', {}, { email: 'a b@example.org' }, /^The attribute email is not a valid e-mail/],
    ['with an address that the API refuses', {}, { email: 'a,b@example.org' }, /^The attribute email is not/],
    ['with a name that is too long', { Username: 'x'.repeat(256) }, {}, /255/],
  ])('refuses a user %s', (_, change, attributes, reason) => {
    const plan = planUser(exportedUser(1, change, attributes), { policy: OPTIONAL, groups: [] });
    expect(plan).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});

it('of two names that differ in capitals only the first is imported, and nobody else is stopped', () => {
  const users = [exportedUser(1), exportedUser(2, { Username: 'User1' }), exportedUser(3)];
  const plans = planUsers({ users, memberships: new Map(), factors: new Map() }, OPTIONAL);
  expect(plans.map(({ ok }) => ok)).toEqual([true, false, true]);
});
