import { describe, expect, test } from 'vitest';
import { SigningIn } from '../../testing/signing-in.ts';

const tokens = {
  ChallengeParameters: {},
  AuthenticationResult: {
    TokenType: 'Bearer',
    AccessToken: expect.any(String) as string,
    IdToken: expect.any(String) as string,
    RefreshToken: expect.any(String) as string,
  },
};
const refused = (type: string, message: string) => ({ __type: type, message });
const wrongPassword = refused('NotAuthorizedException', 'Incorrect username or password.');
const onceOnly = refused('NotAuthorizedException', 'Invalid session for the user, session can only be used once.');
const expired = refused('NotAuthorizedException', 'Invalid session for the user, session is expired.');
const invalid = refused('NotAuthorizedException', 'Invalid session for the user.');
const attemptsExceeded = refused('NotAuthorizedException', 'Password attempts exceeded');

describe('the password', () => {
  test('is enough in a pool at OFF', () => {
    expect(new SigningIn({ mfa: 'OFF' }).initiate()).toMatchObject(tokens);
  });

  test('of an OPTIONAL pool is enough for a user who has enabled nothing', () => {
    expect(new SigningIn().initiate()).toMatchObject(tokens);
  });

  test('that is wrong gives no session and sends no text', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    expect(bed.initiate({ PASSWORD: 'wrong' })).toEqual(wrongPassword);
    expect(bed.keycloak.beside.texts).toEqual([]);
  });

  test('of an unknown user is answered as the client wants it', () => {
    const open = new SigningIn();
    expect(open.initiate({ USERNAME: 'nobody' })).toEqual(refused('UserNotFoundException', 'User does not exist.'));
    const hidden = new SigningIn({ client: { settings: { PreventUserExistenceErrors: 'ENABLED' } } });
    expect(hidden.initiate({ USERNAME: 'nobody' })).toEqual(wrongPassword);
  });

  test('is not looked at while the user is locked, and the lock does not grow by that', () => {
    const bed = new SigningIn({ realm: { bruteForce: { failures: 5, waitIncrement: 1, maxWait: 900 } } });
    for (let guess = 0; guess < 5; guess += 1) bed.initiate({ PASSWORD: 'wrong' });
    expect(bed.initiate()).toEqual(attemptsExceeded);
  });

  test('of a disabled user is not looked at', () => {
    const bed = new SigningIn();
    bed.keycloak.user(bed.made.poolId, bed.made.username).enabled = false;
    expect(bed.initiate()).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
  });

  test('is asked for by name: a missing parameter says which', () => {
    const bed = new SigningIn();
    expect(bed.initiate({ USERNAME: '' })).toEqual(
      refused('InvalidParameterException', 'Missing required parameter USERNAME'),
    );
    expect(bed.initiate({ PASSWORD: '' })).toEqual(
      refused('InvalidParameterException', 'Missing required parameter PASSWORD'),
    );
  });
});

describe('flows', () => {
  test('are those of the client', () => {
    const bed = new SigningIn({ client: { settings: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } } });
    expect(bed.initiate()).toEqual(
      refused('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client'),
    );
    const { clientId: ClientId, username: USERNAME, password: PASSWORD } = bed.made;
    const request = { ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } };
    expect(bed.admin('AdminInitiateAuth', request)).toEqual(
      refused('InvalidParameterException', 'Auth flow not enabled for this client'),
    );
  });

  test('of administrators ask for the second factor too', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const { clientId: ClientId, username: USERNAME, password: PASSWORD } = bed.made;
    const request = { ClientId, AuthFlow: 'ADMIN_NO_SRP_AUTH', AuthParameters: { USERNAME, PASSWORD } };
    const challenge = bed.admin('AdminInitiateAuth', request);
    expect(challenge).toMatchObject({ ChallengeName: 'SMS_MFA' });
    const answer = {
      ClientId,
      ChallengeName: 'SMS_MFA',
      Session: challenge.Session,
      ChallengeResponses: { USERNAME, SMS_MFA_CODE: bed.keycloak.lastCode },
    };
    expect(bed.admin('AdminRespondToAuthChallenge', answer)).toMatchObject(tokens);
  });

  test('of a client with a secret want its hash', () => {
    const bed = new SigningIn({ client: { secret: 'the secret of this client' } });
    const { clientId } = bed.made;
    expect(bed.initiate()).toEqual(
      refused(
        'NotAuthorizedException',
        `Client ${clientId} is configured with secret but SECRET_HASH was not received`,
      ),
    );
    expect(bed.initiate({ SECRET_HASH: 'wrong' })).toEqual(
      refused('NotAuthorizedException', `Unable to verify secret hash for client ${clientId}`),
    );
  });
});

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
    expect(bed.respond(challenge, answer)).toEqual(onceOnly);
  });

  test('that are wrong leave the session alive', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    const right = bed.keycloak.lastCode;
    const wrong = right === '000000' ? '000001' : '000000';
    expect(bed.respond(challenge, { SMS_MFA_CODE: wrong })).toEqual(
      refused('CodeMismatchException', 'Invalid code or auth state for the user.'),
    );
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
    expect(bed.respond(challenge, { SMS_MFA_CODE: bed.keycloak.lastCode })).toEqual(expired);

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
  });

  test('of a pool with SMS alone can not be asked for without a number', () => {
    const bed = new SigningIn({ mfa: 'ON', softwareTokenMfa: false, user: { phoneNumber: null } });
    expect(bed.initiate()).toEqual(refused('MFAMethodNotFoundException', 'No MFA mechanism registerd in the account.'));
  });
});

describe('MFA_SETUP', () => {
  const bare = { mfa: 'ON', user: { phoneNumber: null } } as const;

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
    expect(bed.associate(early)).toEqual(invalid);
    expect(bed.verify(prepared.Session, bed.code(prepared.SecretCode))).toEqual(invalid);
  });

  test('is not answered by the session that it came with, nor by that of AssociateSoftwareToken', () => {
    const bed = new SigningIn(bare);
    const challenge = bed.initiate();
    expect(bed.respond(challenge, {})).toEqual(invalid);
    const { Session } = bed.associate(challenge);
    expect(bed.respond({ ChallengeName: 'MFA_SETUP', Session }, {})).toEqual(invalid);
  });

  test('is the only challenge whose session makes a seed', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    expect(bed.associate(bed.initiate())).toEqual(invalid);
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

describe('a choice', () => {
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
    expect(bed.respond(challenge, { ANSWER: 'SMS_MFA' })).toEqual(onceOnly);
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

describe('sessions', () => {
  test('are of one client, one challenge and one user', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    const code = { SMS_MFA_CODE: bed.keycloak.lastCode };
    const other = bed.keycloak.addClient(bed.made.poolId);
    const answer = {
      ChallengeName: 'SMS_MFA',
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: bed.made.username, ...code },
    };
    expect(bed.call('RespondToAuthChallenge', { ClientId: other.clientId, ...answer })).toEqual(invalid);
    expect(
      bed.respond(
        { ...challenge, ChallengeName: 'SOFTWARE_TOKEN_MFA' },
        { SOFTWARE_TOKEN_MFA_CODE: code.SMS_MFA_CODE },
      ),
    ).toEqual(invalid);
    const somebody = bed.keycloak.addUser(bed.made.poolId);
    expect(bed.respond(challenge, { ...code, USERNAME: somebody.username })).toEqual(invalid);
    expect(bed.respond(challenge, { ...code, USERNAME: bed.made.userId })).toMatchObject(tokens);
  });

  test('of another pool are worth nothing', () => {
    const one = new SigningIn({ mfa: 'ON' });
    const two = one.keycloak.addPool({ mfa: 'ON', user: { username: one.made.username } });
    const { Session } = one.initiate();
    const answer = {
      ClientId: two.clientId,
      ChallengeName: 'SMS_MFA',
      Session,
      ChallengeResponses: { USERNAME: one.made.username, SMS_MFA_CODE: one.keycloak.lastCode },
    };
    expect(one.call('RespondToAuthChallenge', answer)).toEqual(invalid);
  });

  test('can not be made up', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const { Session = '' } = bed.initiate();
    expect(Session.length).toBeGreaterThanOrEqual(20);
    expect(Session.length).toBeLessThanOrEqual(2048);
    for (const forged of ['x'.repeat(40), `${Session.slice(0, -6)}AAAAAA`, Session.toLowerCase()]) {
      expect(bed.respond({ ChallengeName: 'SMS_MFA', Session: forged }, { SMS_MFA_CODE: '000000' })).toEqual(invalid);
    }
    expect(bed.respond({ ChallengeName: 'SMS_MFA' }, { SMS_MFA_CODE: '000000' })).toEqual(
      refused('InvalidParameterException', 'Missing required parameter Session'),
    );
  });

  test('are answered by nobody who was locked or disabled meanwhile', () => {
    const bed = new SigningIn({ mfa: 'ON' });
    const challenge = bed.initiate();
    const answer = { SMS_MFA_CODE: bed.keycloak.lastCode };
    bed.keycloak.user(bed.made.poolId, bed.made.username).enabled = false;
    expect(bed.respond(challenge, answer)).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
  });
});

describe('a temporary password', () => {
  function withTemporary(options: ConstructorParameters<typeof SigningIn>[0] = {}) {
    return new SigningIn({ ...options, user: { requiredActions: ['UPDATE_PASSWORD'], ...options.user } });
  }

  test('is replaced first, and the second factor asked for afterwards', () => {
    const bed = withTemporary({ mfa: 'ON' });
    const challenge = bed.initiate();
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(JSON.parse(challenge.ChallengeParameters?.['requiredAttributes'] ?? '')).toEqual([]);
    expect(JSON.parse(challenge.ChallengeParameters?.['userAttributes'] ?? '')).toMatchObject({
      email_verified: 'true',
    });
    expect(bed.keycloak.beside.texts).toEqual([]);
    const next = bed.respond(challenge, { NEW_PASSWORD: 'Another-1-Password' });
    expect(next).toMatchObject({ ChallengeName: 'SMS_MFA' });
    expect(bed.respond(challenge, { NEW_PASSWORD: 'Another-2-Password' })).toEqual(onceOnly);
    expect(bed.respond(next, { SMS_MFA_CODE: bed.keycloak.lastCode })).toMatchObject(tokens);
    expect(bed.initiate({ PASSWORD: 'Another-1-Password' })).toMatchObject({ ChallengeName: 'SMS_MFA' });
  });

  test('may be kept as it is', () => {
    const bed = withTemporary();
    expect(bed.respond(bed.initiate(), { NEW_PASSWORD: bed.made.password })).toMatchObject(tokens);
  });

  test('does not change the number that codes go to', () => {
    const bed = withTemporary({ mfa: 'ON' });
    const challenge = bed.initiate();
    const answer = { NEW_PASSWORD: 'Another-1-Password', 'userAttributes.phone_number': '+14155550100' };
    expect(bed.respond(challenge, answer)).toEqual(
      refused('NotAuthorizedException', 'Cannot modify an already provided phone_number'),
    );
    expect(bed.initiate()).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  });

  test('that is replaced by a weak one lives on, and so does the session', () => {
    const bed = withTemporary({ realm: { passwordPolicy: 'length(12)' } });
    const challenge = bed.initiate();
    expect(bed.respond(challenge, { NEW_PASSWORD: 'short' })).toMatchObject({ __type: 'InvalidPasswordException' });
    expect(bed.respond(challenge, { NEW_PASSWORD: 'Another-1-Password' })).toMatchObject(tokens);
  });
});

test('a policy that can not be read lets nobody in', () => {
  const bed = new SigningIn({ attributes: { 'lifeguard.mfaConfiguration': 'REQUIRED' } });
  expect(bed.initiate()).toMatchObject({ __type: 'InvalidUserPoolConfigurationException' });
});

test('required actions that only pages can ask for are named', () => {
  const bed = new SigningIn({ user: { requiredActions: ['VERIFY_EMAIL'] } });
  expect(bed.initiate()).toMatchObject({
    __type: 'NotAuthorizedException',
    message: expect.stringContaining('VERIFY_EMAIL') as string,
  });
});
