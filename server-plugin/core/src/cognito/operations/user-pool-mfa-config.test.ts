import { expect, test } from 'vitest';
import { MemoryKeycloak } from '../../testing/memory-keycloak/index.ts';

const SMS = { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' };
const TOTP = { SoftwareTokenMfaConfiguration: { Enabled: true } };

function pool(first: object = {}) {
  const keycloak = new MemoryKeycloak();
  const signedBy = keycloak.addKey();
  const { Id } = keycloak.call('CreateUserPool', { PoolName: 'shop' }, { signedBy }).body['UserPool'] as unknown as {
    Id: string;
  };
  const set = (input: object) => keycloak.call('SetUserPoolMfaConfig', { UserPoolId: Id, ...input }, { signedBy });
  const get = () => keycloak.call('GetUserPoolMfaConfig', { UserPoolId: Id }, { signedBy }).body;
  if (Object.keys(first).length > 0) expect(set(first).status).toBe(200);
  return { keycloak, Id, set, get };
}

const TOGETHER = "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.";
const NONE = 'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.';

test('an existing pool may become ON by this operation', () => {
  const { set, get, keycloak, Id } = pool();
  expect(set({ MfaConfiguration: 'ON', ...TOTP })).toMatchObject({
    status: 200,
    body: { MfaConfiguration: 'ON', ...TOTP },
  });
  expect(get()).toEqual({ MfaConfiguration: 'ON', ...TOTP });
  expect(keycloak.realm(Id).attributes).toMatchObject({
    'lifeguard.mfaConfiguration': 'ON',
    'lifeguard.softwareTokenMfa': 'true',
    'lifeguard.smsMfa': 'false',
  });
});

test('a call replaces everything: a bare one switches MFA off, one with SMS alone drops authenticators', () => {
  const { set, get } = pool({ MfaConfiguration: 'ON', ...TOTP });
  const sms = { SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code: {####}', SmsConfiguration: SMS } };
  expect(set({ MfaConfiguration: 'ON', ...sms }).body).toEqual({ MfaConfiguration: 'ON', ...sms });
  expect(set({}).body).toEqual({ MfaConfiguration: 'OFF' });
  expect(get()).toEqual({ MfaConfiguration: 'OFF' });
});

test.each([
  ['a factor without a mode', TOTP, TOGETHER],
  ['a factor and OFF', { MfaConfiguration: 'OFF', ...TOTP }, TOGETHER],
  ['e-mail and OFF', { MfaConfiguration: 'OFF', EmailMfaConfiguration: {} }, TOGETHER],
  ['ON without a factor', { MfaConfiguration: 'ON' }, NONE],
  [
    'OPTIONAL with a factor that is off',
    { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: false } },
    NONE,
  ],
  [
    'e-mail, which is not here',
    { MfaConfiguration: 'ON', EmailMfaConfiguration: {} },
    'EmailMfaConfiguration is not supported.',
  ],
  ['passkeys, which are not here', { WebAuthnConfiguration: {} }, 'WebAuthnConfiguration is not supported.'],
])('%s is refused and changes nothing', (_, input, message) => {
  const { set, get } = pool({ MfaConfiguration: 'ON', ...TOTP });
  expect(set(input)).toMatchObject({ status: 400, body: { __type: 'InvalidParameterException', message } });
  expect(get()).toEqual({ MfaConfiguration: 'ON', ...TOTP });
});

test('a realm whose operator has not allowed it does not become ON', () => {
  const keycloak = new MemoryKeycloak();
  const { poolId } = keycloak.addPool();
  keycloak.realm(poolId).attributes = { 'lifeguard.mfaConfiguration': 'OPTIONAL' };
  const input = { UserPoolId: poolId, MfaConfiguration: 'ON', ...TOTP };
  const answer = keycloak.call('SetUserPoolMfaConfig', input, { signedBy: keycloak.addKey() });
  expect(answer.body).toMatchObject({
    __type: 'InvalidParameterException',
    message: expect.stringContaining(
      'Cannot turn MFA functionality ON, once the user pool has been created.',
    ) as string,
  });
});

test('who may only look does not change it', () => {
  const keycloak = new MemoryKeycloak();
  const { poolId } = keycloak.addPool();
  const signedBy = keycloak.addKey('master', [`${keycloak.realm(poolId).name}-realm/view-realm`]);
  expect(keycloak.call('GetUserPoolMfaConfig', { UserPoolId: poolId }, { signedBy }).status).toBe(200);
  expect(keycloak.call('SetUserPoolMfaConfig', { UserPoolId: poolId }, { signedBy }).body['__type']).toBe(
    'AccessDeniedException',
  );
});
