import { describe, expect, test } from 'vitest';
import { attemptsExceeded, refused, sessionExpired, sessionOnce, tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

describe('codes by SMS', () => {
  test('go to the masked number, verify it, and are worth something once', () => {
    const bed = new SigningIn({ mfa: 'ON', user: { attributes: { phoneNumberVerified: ['false'] } } });
    const challenge = bed.initiate();
    expect(challenge).toMatchObject({
      ChallengeName: 'SMS_MFA',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
        CODE_DELIVERY_DESTINATION: expect.stringMatching(/^\+\*{7}[0-9]{4}$/) as string,
        USER_ID_FOR_SRP: bed.made.username,
      },
    });
    const answer = { SMS_MFA_CODE: bed.keycloak.lastCode };
    expect(bed.respond(challenge, answer)).toMatchObject(tokens);
    const { attributes } = bed.keycloak.user(bed.made.poolId, bed.made.username);
    expect(attributes['phoneNumberVerified']).toEqual(['true']);
    expect(bed.respond(challenge, answer)).toEqual(sessionOnce);
  });

  test('that are wrong leave the session alive', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    const right = bed.keycloak.lastCode;
    const wrong = right === '000000' ? '000001' : '000000';
    expect(bed.respond(challenge, { SMS_MFA_CODE: wrong })).toEqual(
      refused('CodeMismatchException', 'Invalid code or auth state for the user.'),
    );
    expect(bed.keycloak.beside.events).toMatchObject([{ reason: 'wrong_code', factor: 'SMS_MFA' }]);
    expect(bed.respond(challenge, { SMS_MFA_CODE: right })).toMatchObject(tokens);
  });

  test('belong to one session: a second sign-in sends another, and neither is right in the other', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const first = bed.initiate();
    const firstCode = bed.keycloak.lastCode;
    const second = bed.initiate();
    const secondCode = bed.keycloak.lastCode;
    expect(bed.keycloak.beside.texts).toHaveLength(2);
    const mismatch = { __type: 'CodeMismatchException' };
    if (firstCode !== secondCode) {
      expect(bed.respond(second, { SMS_MFA_CODE: firstCode })).toMatchObject(mismatch);
      expect(bed.respond(first, { SMS_MFA_CODE: secondCode })).toMatchObject(mismatch);
    }
    expect(bed.respond(second, { SMS_MFA_CODE: secondCode })).toMatchObject(tokens);
    expect(bed.respond(first, { SMS_MFA_CODE: firstCode })).toMatchObject(tokens);
  });

  test('expire with the session, after the three minutes or what the client says', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    bed.wait(180);
    expect(bed.respond(challenge, { SMS_MFA_CODE: bed.keycloak.lastCode })).toEqual(sessionExpired);

    const patient = new SigningIn({ mfa: 'ON', client: { settings: { AuthSessionValidity: 15 } } });
    const later = patient.initiate();
    patient.wait(899);
    expect(patient.respond(later, { SMS_MFA_CODE: patient.keycloak.lastCode })).toMatchObject(tokens);
  });

  test('can not be guessed through many sessions', () => {
    const bed = new SigningIn({
      mfa: 'ON',
      realm: { bruteForce: null },
      attributes: { 'lifeguard.smsMonthlyLimit': '50' },
    });
    const answers = Array.from({ length: 6 }, () => {
      const challenge = bed.initiate();
      const wrong = bed.keycloak.lastCode === '000000' ? '000001' : '000000';
      return [bed.respond(challenge, { SMS_MFA_CODE: wrong }), bed.respond(challenge, { SMS_MFA_CODE: wrong })];
    }).flat();
    expect(answers.filter(({ __type }) => __type === 'CodeMismatchException')).toHaveLength(10);
    expect(answers.at(-1)).toEqual(attemptsExceeded);
  });

  test('to a number that an administrator has changed meanwhile are worth nothing', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    bed.keycloak.user(bed.made.poolId, bed.made.username).attributes['phoneNumber'] = ['+14155550199'];
    expect(bed.respond(challenge, { SMS_MFA_CODE: bed.keycloak.lastCode })).toMatchObject({
      __type: 'CodeMismatchException',
    });
  });

  test('are asked for also when no text can go out: why is nobody’s business', () => {
    const bed = new SigningIn({ mfa: 'ON', attributes: { 'lifeguard.smsMonthlyLimit': '0.00' } });
    expect(bed.initiate()).toMatchObject({ ChallengeName: 'SMS_MFA' });
    expect(bed.keycloak.beside.texts).toEqual([]);
    expect(bed.keycloak.beside.events).toMatchObject([
      { error: 'sms_send_failed', reason: 'sms_monthly_limit', user: bed.made.username },
    ]);
  });

  test('of a pool with SMS alone can not be asked for without a number', () => {
    const bed = new SigningIn({ mfa: 'ON', softwareTokenMfa: false, user: { phoneNumber: null } });
    expect(bed.initiate()).toEqual(refused('MFAMethodNotFoundException', 'No MFA mechanism registerd in the account.'));
  });
});
