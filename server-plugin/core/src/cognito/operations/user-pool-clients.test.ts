import { describe, expect, test } from 'vitest';
import { MemoryKeycloak } from '../../testing/memory-keycloak/index.ts';

function administered() {
  const keycloak = new MemoryKeycloak();
  const signedBy = keycloak.addKey();
  const call = (operation: string, input: object) => keycloak.call(operation, input, { signedBy });
  const { Id: UserPoolId } = call('CreateUserPool', { PoolName: 'shop', Schema: [{ Name: 'email', Required: true }] })
    .body['UserPool'] as unknown as { Id: string };
  const inPool = (operation: string, input: object = {}) => call(operation, { UserPoolId, ...input });
  const made = (input: object = {}) =>
    inPool('CreateUserPoolClient', { ClientName: 'web', ...input }).body['UserPoolClient'] as unknown as {
      ClientId: string;
      ClientSecret?: string;
    };
  const kept = (clientId: string) => {
    const found = keycloak.realm(UserPoolId).clients.find((client) => client.clientId === clientId);
    if (found === undefined) throw new Error('no such client');
    return found;
  };
  return { keycloak, UserPoolId, inPool, made, kept };
}

const OAUTH = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email'],
  CallbackURLs: ['https://shop.example/back', 'myapp://back', 'http://localhost:3000/'],
  LogoutURLs: ['https://shop.example/'],
};

test('a client of which only the name is said is public, signs in by the API alone, and has the lifetimes of Cognito', () => {
  const { keycloak, UserPoolId, made, kept } = administered();
  const client = made();
  const now = keycloak.clock.now() / 1000;
  expect(client).toEqual({
    UserPoolId,
    ClientName: 'web',
    ClientId: expect.stringMatching(/^[0-9a-z]{26}$/) as string,
    CreationDate: now,
    LastModifiedDate: now,
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
    AuthSessionValidity: 3,
    EnablePropagateAdditionalUserContextData: false,
    EnableTokenRevocation: true,
  });
  expect(kept(client.ClientId)).toMatchObject({
    name: 'web',
    isPublic: true,
    standardFlow: false,
    implicitFlow: false,
    directAccessGrants: false,
    serviceAccount: false,
    attributes: {
      'access.token.lifespan': '3600',
      'lifeguard.cognito.idTokenLifespan': '3600',
      'client.session.idle.timeout': '2592000',
      'client.session.max.lifespan': '2592000',
    },
  });
});

test('a secret is made, or taken, and given back, and stands in no setting', () => {
  const { made, kept, inPool } = administered();
  const generated = made({ GenerateSecret: true });
  expect(generated.ClientSecret).toBe(kept(generated.ClientId).secret);
  const secret = 'S'.repeat(30);
  const given = made({ ClientSecret: secret });
  expect(given.ClientSecret).toBe(secret);
  expect(inPool('DescribeUserPoolClient', { ClientId: given.ClientId }).body['UserPoolClient']).toEqual(given);
  expect(JSON.stringify(kept(given.ClientId).attributes)).not.toContain(secret);
});

test('a client with pages', () => {
  const { made, kept } = administered();
  const client = made(OAUTH);
  expect(client).toMatchObject(OAUTH);
  expect(kept(client.ClientId)).toMatchObject({
    redirectUris: OAUTH.CallbackURLs,
    postLogoutRedirectUris: OAUTH.LogoutURLs,
    standardFlow: true,
    implicitFlow: false,
    optionalScopes: ['email'],
  });
  const shown = made({ ...OAUTH, AllowedOAuthFlowsUserPoolClient: false });
  expect(kept(shown.ClientId).standardFlow).toBe(false);
});

test('lifetimes in each unit', () => {
  const { made, kept } = administered();
  const { ClientId } = made({
    AccessTokenValidity: 10,
    IdTokenValidity: 2,
    RefreshTokenValidity: 36,
    TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'hours' },
  });
  expect(kept(ClientId).attributes).toMatchObject({
    'access.token.lifespan': '600',
    'lifeguard.cognito.idTokenLifespan': '7200',
    'client.session.max.lifespan': '129600',
  });
});

test('the longest refresh token of its clients is how long sessions of the realm last', () => {
  const { made, keycloak, UserPoolId, inPool } = administered();
  made({ RefreshTokenValidity: 365 });
  made({ RefreshTokenValidity: 60 });
  const year = 365 * 86_400;
  expect(keycloak.realm(UserPoolId)).toMatchObject({ ssoSessionMax: year, ssoSessionIdle: year });
  inPool('UpdateUserPool');
  made({ RefreshTokenValidity: 90 });
  expect(keycloak.realm(UserPoolId).ssoSessionMax).toBe(year);
});

describe('refused in the words of Cognito', () => {
  test.each([
    [{ AccessTokenValidity: 25 }, 'InvalidParameterException', 'Invalid range for token validity.'],
    [
      { AccessTokenValidity: 4, TokenValidityUnits: { AccessToken: 'minutes' } },
      'InvalidParameterException',
      'Invalid range for token validity.',
    ],
    [{ RefreshTokenValidity: 3651 }, 'InvalidParameterException', 'Invalid range for token validity.'],
    [
      { ...OAUTH, CallbackURLs: ['http://shop.example/'] },
      'InvalidParameterException',
      'http://shop.example/ cannot use the HTTP protocol.',
    ],
    [
      { ...OAUTH, CallbackURLs: ['http://localhost.shop.example/'] },
      'InvalidParameterException',
      'http://localhost.shop.example/ cannot use the HTTP protocol.',
    ],
    [
      { ...OAUTH, CallbackURLs: [] },
      'InvalidOAuthFlowException',
      'CallbackUrls can not be empty when code flow or implicit flow is selected',
    ],
    [
      { ...OAUTH, AllowedOAuthScopes: [] },
      'InvalidParameterException',
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    ],
    [
      { ...OAUTH, AllowedOAuthFlows: ['client_credentials'] },
      'InvalidOAuthFlowException',
      'client_credentials flow can not be selected if client does not have a client secret.',
    ],
    [
      { ...OAUTH, AllowedOAuthFlows: ['client_credentials', 'code'] },
      'InvalidOAuthFlowException',
      'client_credentials flow can not be selected along with code flow or implicit flow.',
    ],
    [
      { ReadAttributes: ['custom:none'] },
      'InvalidParameterException',
      'Invalid read attributes specified while creating a client',
    ],
    [
      { WriteAttributes: ['name'] },
      'InvalidParameterException',
      'Invalid write attributes specified while creating a client',
    ],
    [
      { WriteAttributes: ['email', 'sub'] },
      'InvalidParameterException',
      'Invalid write attributes specified while creating a client',
    ],
  ])('%j', (input, type, message) => {
    const { inPool } = administered();
    expect(inPool('CreateUserPoolClient', { ClientName: 'web', ...input })).toMatchObject({
      status: 400,
      body: { __type: type, message },
    });
  });

  test('an identity provider that is not there', () => {
    const { inPool, UserPoolId } = administered();
    const input = { ClientName: 'web', SupportedIdentityProviders: ['COGNITO', 'Google'] };
    expect(inPool('CreateUserPoolClient', input).body['message']).toBe(
      `The provider Google does not exist for User Pool ${UserPoolId}.`,
    );
  });

  test.each([
    'https://shop.example/*',
    'javascript:alert(1)',
    '/back',
    'https://shop.example/#a',
    'http://localhost@evil.example/',
    '+',
    '*',
  ])('a redirect that Keycloak would read in another way: %s', (url) => {
    const { inPool } = administered();
    for (const member of ['CallbackURLs', 'LogoutURLs']) {
      const input = { ClientName: 'web', ...OAUTH, [member]: [url] };
      expect(inPool('CreateUserPoolClient', input).body['__type']).toBe('InvalidParameterException');
    }
  });
});

test('an update replaces what it does not name, but for the name and what hides who has an account', () => {
  const { made, inPool, kept } = administered();
  const { ClientId, ...before } = made({
    ...OAUTH,
    GenerateSecret: true,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    AccessTokenValidity: 2,
  });
  const { body } = inPool('UpdateUserPoolClient', { ClientId, AuthSessionValidity: 5 });
  expect(body['UserPoolClient']).toMatchObject({
    ClientName: 'web',
    PreventUserExistenceErrors: 'ENABLED',
    AuthSessionValidity: 5,
    ClientSecret: before.ClientSecret as string,
  });
  expect(body['UserPoolClient']).not.toHaveProperty('ExplicitAuthFlows');
  expect(kept(ClientId)).toMatchObject({
    standardFlow: false,
    redirectUris: [],
    attributes: { 'access.token.lifespan': '3600' },
  });
});

test('clients that may not use the API are neither listed, described, changed nor deleted', () => {
  const { made, inPool, keycloak, UserPoolId } = administered();
  const ids = [made(), made(), made()].map(({ ClientId }) => ClientId).toSorted();
  const { clientId: other, attributes } = keycloak.addClient(UserPoolId);
  delete attributes['lifeguard.cognito.client'];
  const listed: string[] = [];
  let token: string | undefined;
  do {
    const { body } = inPool('ListUserPoolClients', {
      MaxResults: 2,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    listed.push(...(body['UserPoolClients'] as unknown as { ClientId: string }[]).map(({ ClientId }) => ClientId));
    token = body['NextToken'];
  } while (token !== undefined);
  expect(listed).toEqual(ids);
  for (const operation of ['DescribeUserPoolClient', 'UpdateUserPoolClient', 'DeleteUserPoolClient']) {
    expect(inPool(operation, { ClientId: other }).body).toMatchObject({
      __type: 'ResourceNotFoundException',
      message: `User pool client ${other} does not exist.`,
    });
  }
  expect(inPool('DeleteUserPoolClient', { ClientId: ids[0] }).status).toBe(200);
  expect(inPool('DescribeUserPoolClient', { ClientId: ids[0] }).body['__type']).toBe('ResourceNotFoundException');
});

test('the client of another pool is not found in this one', () => {
  const { made, keycloak, inPool } = administered();
  const { poolId } = keycloak.addPool();
  const { ClientId } = made();
  expect(inPool('DescribeUserPoolClient', { UserPoolId: poolId, ClientId }).body['__type']).toBe(
    'ResourceNotFoundException',
  );
});
