import { describe, expect, test } from 'vitest';
import { SigningIn } from '../../testing/signing-in.ts';

const refusal = { __type: 'NotAuthorizedException', message: expect.stringContaining('second factor') as string };
/** A realm that CreateUserPool has not made. */
const CAREFUL = { attributes: { 'lifeguard.cognito.factorChanges': 'proven-factor' } } as const;

/** A token of a time when the password was enough; now a text is asked for. */
function withOldToken(options: ConstructorParameters<typeof SigningIn>[0]) {
  const bed = new SigningIn(options);
  const AccessToken = bed.initiate().AuthenticationResult?.['AccessToken'];
  bed.keycloak.realm(bed.made.poolId).attributes['lifeguard.mfaConfiguration'] = 'ON';
  const self = (operation: string, input: object = {}) => bed.call(operation, { AccessToken, ...input });
  return { bed, self };
}

const CHANGES: readonly (readonly [string, object])[] = [
  ['AssociateSoftwareToken', {}],
  ['VerifySoftwareToken', { UserCode: '123456' }],
  ['SetUserMFAPreference', { SMSMfaSettings: { Enabled: false } }],
  ['SetUserSettings', { MFAOptions: [] }],
  ['UpdateUserAttributes', { UserAttributes: [{ Name: 'phone_number', Value: '+14155550100' }] }],
];

describe('an access token of a session that has proven the password alone', () => {
  test.each(CHANGES)('changes no factor of a user who would be asked for one: %s', (operation, input) => {
    const { bed, self } = withOldToken(CAREFUL);
    const before = structuredClone(bed.keycloak.user(bed.made.poolId, bed.made.username));
    expect(self(operation, input)).toEqual(refusal);
    expect(bed.keycloak.user(bed.made.poolId, bed.made.username)).toEqual(before);
  });

  test('is enough in a pool that is as Cognito makes it', () => {
    expect(withOldToken({}).self('SetUserSettings', { MFAOptions: [] })).toEqual({});
  });

  test('is enough while nothing would be asked for, and what it has enrolled counts as proven from then on', () => {
    const bed = new SigningIn({ ...CAREFUL, user: { phoneNumber: null } });
    const AccessToken = bed.initiate().AuthenticationResult?.['AccessToken'];
    const { SecretCode } = bed.call('AssociateSoftwareToken', { AccessToken });
    bed.call('VerifySoftwareToken', { AccessToken, UserCode: bed.code(SecretCode) });
    for (const PreferredMfa of [true, false]) {
      const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa };
      expect(bed.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })).toEqual({});
    }
  });
});

test('a session that has passed a text changes factors', () => {
  const bed = new SigningIn({ ...CAREFUL, mfa: 'ON' });
  const { AuthenticationResult } = bed.respond(bed.initiate(), { SMS_MFA_CODE: bed.keycloak.lastCode });
  const AccessToken = AuthenticationResult?.['AccessToken'];
  expect(bed.call('AssociateSoftwareToken', { AccessToken })).toHaveProperty('SecretCode');
});
