import { describe, expect, test } from 'vitest';
import { invalidSession, refused, tokens } from '../../testing/expected-answers.ts';
import { SigningIn } from '../../testing/signing-in.ts';

const bare = { mfa: 'ON', user: { phoneNumber: null } } as const;

describe('MFA_SETUP', () => {
  test('lists what the pool offers as a text, enrols, and ends in tokens', () => {
    const bed = new SigningIn(bare);
    const challenge = bed.initiate();
    expect(challenge).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: {
        MFAS_CAN_SETUP: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
        USER_ID_FOR_SRP: bed.made.username,
      },
    });
    const associated = bed.associate(challenge);
    expect(associated.SecretCode).toMatch(/^[A-Z2-7]{32}$/);
    const verified = bed.verify(associated.Session, bed.code(associated.SecretCode));
    expect(verified).toMatchObject({ Status: 'SUCCESS' });
    expect(bed.respond({ ChallengeName: 'MFA_SETUP', Session: verified.Session }, {})).toMatchObject(tokens);
  });

  test('is done when the code was right, whether or not the challenge is answered afterwards', () => {
    const bed = new SigningIn(bare);
    const seed = bed.enrol();
    const challenge = bed.initiate();
    expect(challenge).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { FRIENDLY_DEVICE_NAME: 'phone', USER_ID_FOR_SRP: bed.made.username },
    });
    expect(bed.respond(challenge, { SOFTWARE_TOKEN_MFA_CODE: bed.code(seed) })).toEqual(
      refused('ExpiredCodeException', 'Your software token has already been used once.'),
    );
    expect(bed.respond(challenge, { SOFTWARE_TOKEN_MFA_CODE: bed.code(seed, 1) })).toMatchObject(tokens);
  });

  test('takes a second try after a wrong code, with the same session', () => {
    const bed = new SigningIn(bare);
    const { Session, SecretCode } = bed.associate(bed.initiate());
    const right = bed.code(SecretCode);
    const wrong = [...right].map((digit) => (Number(digit) + 5) % 10).join('');
    expect(bed.verify(Session, wrong)).toEqual(
      refused('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA'),
    );
    expect(bed.verify(Session, right)).toMatchObject({ Status: 'SUCCESS' });
  });

  test('answered again after a lost answer is harmless', () => {
    const bed = new SigningIn(bare);
    const { Session, SecretCode } = bed.associate(bed.initiate());
    const code = bed.code(SecretCode);
    bed.verify(Session, code);
    const again = bed.verify(Session, code);
    expect(again).toMatchObject({ Status: 'SUCCESS' });
    expect(bed.respond({ ChallengeName: 'MFA_SETUP', Session: again.Session }, {})).toMatchObject(tokens);
  });

  test('with a session from before somebody has enrolled replaces nothing: the password alone is not enough', () => {
    const bed = new SigningIn(bare);
    const early = bed.initiate();
    const prepared = bed.associate(bed.initiate());
    bed.enrol();
    expect(bed.associate(early)).toEqual(invalidSession);
    expect(bed.verify(prepared.Session, bed.code(prepared.SecretCode))).toEqual(invalidSession);
  });

  test('is not answered by the session that it came with, nor by that of AssociateSoftwareToken', () => {
    const bed = new SigningIn(bare);
    const challenge = bed.initiate();
    expect(bed.respond(challenge, {})).toEqual(invalidSession);
    const { Session } = bed.associate(challenge);
    expect(bed.respond({ ChallengeName: 'MFA_SETUP', Session }, {})).toEqual(invalidSession);
  });

  test('is the only challenge whose session makes a seed', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    expect(bed.associate(bed.initiate())).toEqual(invalidSession);
  });

  test('is not there in a pool without authenticators', () => {
    const bed = new SigningIn({ mfa: 'OFF' });
    const AccessToken = bed.initiate().AuthenticationResult?.['AccessToken'];
    expect(bed.call('AssociateSoftwareToken', { AccessToken })).toEqual(
      refused('SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool.'),
    );
  });

  test('needs an access token or a session, and not both', () => {
    const bed = new SigningIn(bare);
    expect(bed.call('AssociateSoftwareToken', {})).toMatchObject({ __type: 'NotAuthorizedException' });
    const { Session } = bed.initiate();
    expect(bed.call('AssociateSoftwareToken', { Session, AccessToken: 'a.b.c' })).toMatchObject({
      __type: 'InvalidParameterException',
    });
  });
});
