import { describe, expect, test } from 'vitest';
import { tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

test('a policy that can not be read lets nobody in', () => {
  const bed = new SigningIn({ attributes: { 'lifeguard.mfaConfiguration': 'REQUIRED' } });
  expect(bed.initiate()).toMatchObject({ __type: 'InvalidUserPoolConfigurationException' });
});

const named = (action: string) => ({
  __type: 'NotAuthorizedException',
  message: expect.stringContaining(action) as string,
});

describe('required actions', () => {
  test('that only pages can ask for are named', () => {
    const bed = new SigningIn({ user: { requiredActions: ['VERIFY_EMAIL'] } });
    expect(bed.initiate()).toMatchObject(named('VERIFY_EMAIL'));
  });

  test('that an administrator demands are not skipped because no challenge asks for them', () => {
    const optional = new SigningIn({ user: { requiredActions: ['CONFIGURE_TOTP'] } });
    expect(optional.initiate()).toMatchObject(named('CONFIGURE_TOTP'));
    const bySms = new SigningIn({ mfa: 'ON', user: { requiredActions: ['CONFIGURE_TOTP'] } });
    const challenge = bySms.initiate();
    expect(bySms.respond(challenge, { SMS_MFA_CODE: bySms.keycloak.lastCode })).toMatchObject(named('CONFIGURE_TOTP'));
  });

  test('are over when a challenge has answered them', () => {
    const bed = new SigningIn({ mfa: 'ON', smsMfa: false, user: { requiredActions: ['CONFIGURE_TOTP'] } });
    const { Session, SecretCode } = bed.associate(bed.initiate());
    const verified = bed.verify(Session, bed.code(SecretCode));
    expect(bed.respond({ ChallengeName: 'MFA_SETUP', Session: verified.Session }, {})).toMatchObject(tokens);
  });
});
