import { describe, expect, test } from 'vitest';
import type { PoolSettings } from '../pool/pool-settings.ts';
import type { NewPool } from '../../testing/memory-keycloak/make-pool.ts';
import { attributes, otherThan, refused, UserBed } from '../../testing/user-bed.ts';

const Password = 'Some-1-password';
const BY_MAIL = { AutoVerifiedAttributes: ['email'] } as const satisfies PoolSettings;
const HIDING = { client: { settings: { PreventUserExistenceErrors: 'ENABLED' } } } as const;
const mismatch = refused('CodeMismatchException', 'Invalid verification code provided, please try again.');
const expired = refused('ExpiredCodeException', 'Invalid code provided, please request a code again.');
const tooMany = refused('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
const unknown = refused('UserNotFoundException', 'Username/client id combination not found.');
const confirmed = refused('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED');

class SignUpBed extends UserBed {
  constructor({ settings, ...options }: NewPool = {}) {
    super({ mfa: 'OFF', ...options, settings: { ...BY_MAIL, ...settings } });
  }
  signUp = (input: object = {}) =>
    this.anybody('SignUp', {
      Username: 'ada',
      Password,
      UserAttributes: attributes({ email: 'ada@example.org' }),
      ...input,
    });
  confirm = (ConfirmationCode: string, input: object = {}) =>
    this.anybody('ConfirmSignUp', { Username: 'ada', ConfirmationCode, ...input });
  resend = (input: object = {}) => this.anybody('ResendConfirmationCode', { Username: 'ada', ...input });
  signIn = (USERNAME = 'ada') => this.initiate({ USERNAME, PASSWORD: Password });
  status = (Username = 'ada') => this.admin('AdminGetUser', { Username })['UserStatus'];
}

describe('SignUp', () => {
  test('makes an unconfirmed user, who is not let in by the API or by Keycloak', () => {
    const bed = new SignUpBed();
    expect(bed.signUp()).toEqual({
      UserConfirmed: false,
      UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ UserStatus: 'UNCONFIRMED', Enabled: true });
    expect(bed.keycloak.user(bed.made.poolId, 'ada').enabled).toBe(false);
    expect(bed.signIn()).toEqual(refused('UserNotConfirmedException', 'User is not confirmed.'));
  });

  test('names no delivery where nothing given is verified by the pool', () => {
    const bed = new SignUpBed({ settings: { AutoVerifiedAttributes: ['phone_number'] } });
    expect(bed.signUp()).not.toHaveProperty('CodeDeliveryDetails');
    expect(bed.keycloak.beside.mails).toEqual([]);
  });

  test('sends a text where both could be verified', () => {
    const bed = new SignUpBed({ settings: { AutoVerifiedAttributes: ['email', 'phone_number'] } });
    const both = attributes({ email: 'ada@example.org', phone_number: '+14155550199' });
    expect(bed.signUp({ UserAttributes: both })).toMatchObject({
      CodeDeliveryDetails: { AttributeName: 'phone_number', DeliveryMedium: 'SMS' },
    });
    expect(bed.confirm(bed.keycloak.lastCode)).toEqual({});
    expect(bed.told('ada')).toMatchObject({ phone_number_verified: 'true', email_verified: 'false' });
  });

  test('takes a name once', () => {
    const bed = new SignUpBed();
    bed.signUp();
    const taken = refused('UsernameExistsException', 'User already exists');
    expect(bed.signUp()).toEqual(taken);
    expect(bed.signUp({ Username: 'ADA' })).toEqual(taken);
    expect(bed.signUp({ Username: bed.made.userId })).toEqual(taken);
  });

  test('verifies nothing by itself, and wants what the pool requires', () => {
    const bed = new SignUpBed({
      settings: { Schema: [{ Name: 'name', AttributeDataType: 'String', Required: true }] },
    });
    expect(bed.signUp()).toEqual(
      refused(
        'InvalidParameterException',
        'Attributes did not conform to the schema: name: The attribute is required\n',
      ),
    );
    const flagged = attributes({ name: 'Ada', email: 'ada@example.org', email_verified: 'true' });
    expect(bed.signUp({ UserAttributes: flagged })).toEqual(
      refused('InvalidParameterException', 'Cannot modify the non-mutable attribute email_verified'),
    );
    expect(bed.signUp({ UserAttributes: attributes({ name: 'Ada', firstName: 'x' }) })).toEqual(
      refused(
        'InvalidParameterException',
        'Attributes did not conform to the schema: firstName: Attribute does not exist in the schema.\n',
      ),
    );
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ __type: 'UserNotFoundException' });
  });

  test('obeys the password policy, and leaves no user behind', () => {
    const bed = new SignUpBed({ realm: { passwordPolicy: 'length(20)' } });
    expect(bed.signUp()).toEqual(
      refused('InvalidPasswordException', 'Password did not conform with policy: Password not long enough'),
    );
    expect(bed.signUp({ Password: undefined })).toMatchObject({ __type: 'InvalidParameterException' });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ __type: 'UserNotFoundException' });
  });

  test('leaves no user behind when the code can not be sent', () => {
    const bed = new SignUpBed();
    bed.keycloak.beside.mailer = 'refused';
    expect(bed.signUp()).toEqual(refused('CodeDeliveryFailureException', 'Unable to deliver code to user'));
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ __type: 'UserNotFoundException' });
  });

  test('is closed where the pool says so, and in realms that have not opened it', () => {
    const closed = refused('NotAuthorizedException', 'SignUp is not permitted for this user pool');
    const pool = new SignUpBed({ settings: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } } });
    expect(pool.signUp()).toEqual(closed);
    expect(new SignUpBed({ realm: { name: 'company' } }).signUp()).toEqual(closed);
    const opened = { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } };
    expect(new SignUpBed({ realm: { name: 'company' }, settings: opened }).signUp()).toHaveProperty('UserSub');
  });

  test('needs a client of the API that is enabled, asks for no consent and binds its tokens to nothing', () => {
    const bed = new SignUpBed();
    const { clientId, poolId } = bed.made;
    const gone = refused('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
    const client = () => bed.keycloak.realm(poolId).clients.find((one) => one.clientId === clientId);
    Object.assign(client() ?? {}, { enabled: false });
    expect(bed.signUp()).toEqual(gone);
    Object.assign(client() ?? {}, { enabled: true, consentRequired: true });
    expect(bed.signUp()).toEqual(gone);
    const { attributes: own } = client() ?? {};
    for (const binding of ['tls.client.certificate.bound.access.tokens', 'dpop.bound.access.tokens']) {
      const bound = { ...own, [binding]: 'true' };
      Object.assign(client() ?? {}, { consentRequired: false, attributes: bound });
      expect(bed.signUp()).toEqual(gone);
    }
    Object.assign(client() ?? {}, { attributes: {} });
    expect(bed.signUp()).toEqual(gone);
    const elsewhere = bed.keycloak.addPool();
    const input = { ClientId: elsewhere.clientId, Username: 'ada', Password };
    expect(bed.keycloak.call('SignUp', input, { at: poolId }).body).toMatchObject({
      __type: 'ResourceNotFoundException',
    });
  });

  test('by addresses gives the sub as the name, and takes an address once', () => {
    const bed = new SignUpBed({ settings: { UsernameAttributes: ['email'] } });
    const { UserSub } = bed.signUp({ Username: 'Ada@example.org', UserAttributes: [] });
    expect(bed.admin('AdminGetUser', { Username: 'ada@example.org' })).toMatchObject({ Username: UserSub });
    expect(bed.signUp({ Username: 'ada@example.org', UserAttributes: [] })).toEqual(
      refused('UsernameExistsException', 'An account with the given email already exists.'),
    );
    expect(bed.signUp()).toEqual(refused('InvalidParameterException', 'Username should be an email.'));
    expect(bed.confirm(bed.lastMailedCode, { Username: 'ada@example.org' })).toEqual({});
    expect(bed.signIn('ada@example.org')).toHaveProperty('AuthenticationResult');
  });

  test('with aliases takes no name that looks like one', () => {
    const bed = new SignUpBed({ settings: { AliasAttributes: ['email', 'phone_number'] } });
    expect(bed.signUp({ Username: 'ada@example.org' })).toEqual(
      refused(
        'InvalidParameterException',
        'Username cannot be of email format, since user pool is configured for email alias.',
      ),
    );
    expect(bed.signUp({ Username: '+14155550199' })).toEqual(
      refused(
        'InvalidParameterException',
        'Username cannot be of phone number format, since user pool is configured for phone number alias.',
      ),
    );
  });

  test('takes an address once where Keycloak does', () => {
    const bed = new SignUpBed({ realm: { duplicateEmails: false }, user: { email: 'ada@example.org' } });
    expect(bed.signUp()).toEqual(refused('UsernameExistsException', 'An account with the given email already exists.'));
  });

  test('wants the hash of a client that has a secret', () => {
    const bed = new SignUpBed({ client: { secret: 'the secret of this client' } });
    expect(bed.signUp()).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(bed.resend()).toMatchObject({ __type: 'NotAuthorizedException' });
    expect(bed.confirm('123456', { SecretHash: 'abcd' })).toMatchObject({ __type: 'NotAuthorizedException' });
  });
});

describe('ConfirmSignUp', () => {
  test('lets the user in, by the right code, once', () => {
    const bed = new SignUpBed();
    bed.signUp();
    const code = bed.lastMailedCode;
    expect(bed.confirm(otherThan(code))).toEqual(mismatch);
    expect(bed.status()).toBe('UNCONFIRMED');
    expect(bed.confirm(code)).toEqual({});
    expect(bed.status()).toBe('CONFIRMED');
    expect(bed.told('ada')).toMatchObject({ email_verified: 'true' });
    expect(bed.signIn()).toHaveProperty('AuthenticationResult');
    expect(bed.confirm(code)).toEqual(confirmed);
  });

  test('comes too late after a day', () => {
    const bed = new SignUpBed();
    bed.signUp();
    bed.wait(86_401);
    expect(bed.confirm(bed.lastMailedCode)).toEqual(expired);
  });

  test('bears five guesses at one code', () => {
    const bed = new SignUpBed();
    bed.signUp();
    const code = bed.lastMailedCode;
    for (let guess = 0; guess < 5; guess += 1) expect(bed.confirm(otherThan(code))).toEqual(mismatch);
    expect(bed.confirm(code)).toEqual(tooMany);
    bed.resend();
    expect(bed.confirm(bed.lastMailedCode)).toEqual({});
  });

  test('takes no alias from somebody else, unless it is forced', () => {
    const settings = { AliasAttributes: ['email'] as const };
    const bed = new SignUpBed({ settings, user: { email: 'ada@example.org' } });
    bed.signUp();
    const code = bed.lastMailedCode;
    // Only a right code learns of the owner, and costs no guess.
    expect(bed.confirm(otherThan(code))).toEqual(mismatch);
    for (let time = 0; time < 6; time += 1) {
      expect(bed.confirm(code)).toEqual(refused('AliasExistsException', 'An account with the email already exists.'));
    }
    expect(bed.status()).toBe('UNCONFIRMED');
    expect(bed.confirm(code, { ForceAliasCreation: true })).toEqual({});
    expect(bed.admin('AdminGetUser', { Username: 'ada@example.org' })).toMatchObject({ Username: 'ada' });
    expect(bed.user).toMatchObject({ emailVerified: false });
    expect(bed.user.email).toBeUndefined();
  });

  test('does not enable whom an administrator has disabled', () => {
    const bed = new SignUpBed();
    bed.signUp();
    bed.admin('AdminDisableUser', { Username: 'ada' });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ UserStatus: 'UNCONFIRMED', Enabled: false });
    expect(bed.confirm(bed.lastMailedCode)).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
    expect(bed.resend()).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
    bed.admin('AdminConfirmSignUp', { Username: 'ada' });
    expect(bed.admin('AdminGetUser', { Username: 'ada' })).toMatchObject({ UserStatus: 'CONFIRMED', Enabled: false });
    expect(bed.signIn()).toEqual(refused('NotAuthorizedException', 'User is disabled.'));
  });

  test('of an unknown user says so, unless existence is hidden', () => {
    const open = new SignUpBed();
    expect(open.confirm('123456')).toEqual(unknown);
    expect(open.resend()).toEqual(unknown);
    const hidden = new SignUpBed(HIDING);
    expect(hidden.confirm('123456')).toEqual(mismatch);
    expect(hidden.confirm('123456', { Username: hidden.made.username })).toEqual(mismatch);
    hidden.signUp();
    expect(hidden.confirm(otherThan(hidden.lastMailedCode))).toEqual(mismatch);
    expect(hidden.confirm(hidden.lastMailedCode)).toEqual({});
  });
});

describe('ResendConfirmationCode', () => {
  test('sends another code in place of the first', () => {
    const bed = new SignUpBed();
    bed.signUp();
    const first = bed.lastMailedCode;
    expect(bed.resend()).toMatchObject({ CodeDeliveryDetails: { Destination: 'a***@e***' } });
    if (first !== bed.lastMailedCode) expect(bed.confirm(first)).toEqual(mismatch);
    expect(bed.confirm(bed.lastMailedCode)).toEqual({});
    expect(bed.resend()).toEqual(refused('InvalidParameterException', 'User is already confirmed.'));
  });

  test('five times an hour', () => {
    const bed = new SignUpBed();
    bed.signUp();
    for (let mail = 0; mail < 5; mail += 1) expect(bed.resend()).toHaveProperty('CodeDeliveryDetails');
    expect(bed.resend()).toEqual(tooMany);
  });

  test('has nothing to send where the pool verifies nothing', () => {
    const bed = new SignUpBed({ settings: { AutoVerifiedAttributes: [] } });
    bed.signUp();
    expect(bed.resend()).toEqual(refused('InvalidParameterException', 'Auto verification not turned on.'));
  });

  test('is silent where existence is hidden', () => {
    const bed = new SignUpBed(HIDING);
    bed.signUp();
    const sent = bed.keycloak.beside.mails.length;
    const answer = { CodeDeliveryDetails: { DeliveryMedium: 'EMAIL' } };
    expect(bed.resend({ Username: 'nobody' })).toMatchObject(answer);
    expect(bed.resend({ Username: bed.made.username })).toMatchObject(answer);
    expect(bed.keycloak.beside.mails).toHaveLength(sent);
    for (let mail = 0; mail < 7; mail += 1) expect(bed.resend()).toMatchObject(answer);
    expect(bed.keycloak.beside.mails).toHaveLength(sent + 5);
  });
});

describe('AdminConfirmSignUp', () => {
  test('confirms without a code, and verifies nothing', () => {
    const bed = new SignUpBed();
    bed.signUp();
    expect(bed.admin('AdminConfirmSignUp', { Username: 'ada' })).toEqual({});
    expect(bed.status()).toBe('CONFIRMED');
    expect(bed.told('ada')).toMatchObject({ email_verified: 'false' });
    expect(bed.signIn()).toHaveProperty('AuthenticationResult');
    expect(bed.confirm(bed.lastMailedCode)).toEqual(confirmed);
    expect(bed.admin('AdminConfirmSignUp', { Username: 'ada' })).toEqual(confirmed);
  });

  test('in a pool at ON leads to a set-up, and to no tokens', () => {
    const bed = new SignUpBed({ mfa: 'ON' });
    bed.signUp();
    bed.admin('AdminConfirmSignUp', { Username: 'ada' });
    expect(bed.signIn()).toMatchObject({ ChallengeName: 'MFA_SETUP' });
  });
});
