import { describe, expect, test } from 'vitest';
import { sessionOnce, tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

function withBoth() {
  const bed = new SigningIn();
  const AccessToken = bed.initiate().AuthenticationResult?.['AccessToken'];
  const seed = bed.call('AssociateSoftwareToken', { AccessToken }).SecretCode ?? '';
  bed.call('VerifySoftwareToken', { AccessToken, UserCode: bed.code(seed) });
  bed.wait(30);
  const prefer = (blocks: object) => bed.call('SetUserMFAPreference', { AccessToken, ...blocks });
  expect(prefer({ SMSMfaSettings: { Enabled: true }, SoftwareTokenMfaSettings: { Enabled: true } })).toEqual({});
  return { bed, seed, prefer };
}

describe('a choice', () => {
  test('is asked for while nothing is preferred, and leads to what was chosen', () => {
    const { bed, seed } = withBoth();
    const challenge = bed.initiate();
    expect(challenge).toMatchObject({
      ChallengeName: 'SELECT_MFA_TYPE',
      ChallengeParameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' },
    });
    expect(bed.respond(challenge, { ANSWER: 'EMAIL_OTP' })).toMatchObject({ __type: 'InvalidParameterException' });
    const chosen = bed.respond(challenge, { ANSWER: 'SOFTWARE_TOKEN_MFA' });
    expect(chosen).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
    expect(bed.respond(challenge, { ANSWER: 'SMS_MFA' })).toEqual(sessionOnce);
    const code = bed.code(seed);
    // amazon-cognito-identity-js sends both.
    expect(bed.respond(chosen, { SOFTWARE_TOKEN_MFA_CODE: code, SMS_MFA_CODE: code })).toMatchObject(tokens);
  });

  test('is not asked for where one is preferred', () => {
    const { bed, prefer } = withBoth();
    prefer({ SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(bed.initiate()).toMatchObject({ ChallengeName: 'SMS_MFA' });
    prefer({ SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(bed.initiate()).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
  });

  test('of nothing asks for nothing in an OPTIONAL pool', () => {
    const { bed, prefer } = withBoth();
    prefer({ SMSMfaSettings: { Enabled: false }, SoftwareTokenMfaSettings: { Enabled: false } });
    expect(bed.initiate()).toMatchObject(tokens);
  });
});
