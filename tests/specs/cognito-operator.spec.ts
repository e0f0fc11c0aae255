import { expect, test } from '@playwright/test';
import { lifeguard } from '../support/operator.ts';
import { createTestBed } from '../support/test-bed.ts';
import { CLIENT_ID } from '../support/test-realm.ts';

const SCOPE = 'aws.cognito.signin.user.admin';

test('a client takes part in the Cognito API, and takes none any more', async () => {
  await using bed = await createTestBed();
  const { clients } = bed.pool.client;
  const allowed = await lifeguard(bed, 'cognito', 'allow', CLIENT_ID, '--flow', 'user-password,user-srp');
  expect(allowed).toMatchObject({ status: 0, output: expect.stringMatching(/keeps no SRP verifiers/) });
  const [client] = await clients.find({ clientId: CLIENT_ID });
  expect(client?.defaultClientScopes).toContain(SCOPE);
  const again = await lifeguard(bed, 'cognito', 'allow', CLIENT_ID, '--flow', 'user-srp,user-password');
  expect(again.output).toContain('nothing to do');
  expect((await lifeguard(bed, 'cognito', 'show')).output).toMatch(/client +app: user-srp, user-password/);
  expect((await lifeguard(bed, 'doctor')).output).toMatch(/ok +cognito-clients .*"app"/);

  expect((await lifeguard(bed, 'cognito', 'deny', CLIENT_ID)).status).toBe(0);
  const [denied] = await clients.find({ clientId: CLIENT_ID });
  expect(denied?.defaultClientScopes).not.toContain(SCOPE);
  expect(denied?.attributes).not.toHaveProperty(['lifeguard.cognito.client']);

  expect(await lifeguard(bed, 'cognito', 'allow', 'admin-cli')).toMatchObject({ status: 1 });
  expect(await lifeguard(bed, 'cognito', 'allow', 'nobody')).toMatchObject({ status: 1 });
  await clients.create({ clientId: 'with-hyphen' });
  const hyphen = await lifeguard(bed, 'cognito', 'allow', 'with-hyphen');
  expect(hyphen).toMatchObject({ status: 1, output: expect.stringMatching(/letters, digits/) });
  await clients.create({ clientId: 'bound', attributes: { 'dpop.bound.access.tokens': 'true' } });
  const bound = await lifeguard(bed, 'cognito', 'allow', 'bound');
  expect(bound).toMatchObject({ status: 1, output: expect.stringMatching(/bound to a certificate or a key/) });
});

test('what weakens the realm is said and asked about before it is so', async () => {
  await using bed = await createTestBed();
  const asked = await lifeguard(bed, 'cognito', 'set', '--srp', 'on');
  expect(asked).toMatchObject({ status: 2, output: expect.stringMatching(/stolen database[\s\S]*--yes/) });
  const attributes = async () => (await bed.admin.realms.findOne({ realm: bed.realm }))?.attributes;
  expect(await attributes()).not.toHaveProperty(['lifeguard.cognito.srp']);

  const set = await lifeguard(bed, 'cognito', 'set', '--issuer', 'cognito', '--region', 'eu-west-1', '--yes');
  expect(set.status).toBe(0);
  expect(await attributes()).toMatchObject({
    'lifeguard.cognito.issuer': 'cognito',
    'lifeguard.cognito.poolId': expect.stringMatching(/^eu-west-1_[0-9a-f]{32}$/),
    'lifeguard.mfaConfiguration': 'ON',
  });
  expect((await lifeguard(bed, 'doctor')).output).toMatch(/warning +cognito-issuer/);
});

test('a key pair has the roles that were named, until it is taken away', async () => {
  await using bed = await createTestBed();
  const name = `key-${Date.now()}`;
  const make = (...options: readonly string[]) => lifeguard(bed, 'cognito', 'key', 'create', name, ...options);
  expect(await make('--role', 'create-realm')).toMatchObject({ status: 1 });
  const made = await make('--role', 'manage-users,view-realm', '--json');
  const { accessKeyId, secretAccessKey } = JSON.parse(made.output) as Record<string, string>;
  expect(accessKeyId).toBe(name);
  const response = await fetch(`${bed.url}/realms/${bed.realm}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: name,
      client_secret: secretAccessKey ?? '',
    }),
  });
  const { access_token: token = '' } = (await response.json()) as { access_token?: string };
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  expect(claims).toMatchObject({
    resource_access: { 'realm-management': { roles: expect.arrayContaining(['manage-users', 'view-realm']) } },
  });
  expect((await lifeguard(bed, 'cognito', 'show')).output).toContain(name);
  expect((await lifeguard(bed, 'doctor')).output).toMatch(new RegExp(`ok +cognito-keys .*"${name}"`));
  expect(await make('--role', 'view-realm')).toMatchObject({ status: 1 });
  expect(await lifeguard(bed, 'cognito', 'key', 'delete', CLIENT_ID)).toMatchObject({ status: 1 });
  expect(await lifeguard(bed, 'cognito', 'key', 'delete', name)).toMatchObject({ status: 0 });
  expect(await bed.pool.client.clients.find({ clientId: name })).toEqual([]);
});

test('uninstall leaves nothing of the API behind', async () => {
  await using bed = await createTestBed();
  await lifeguard(bed, 'cognito', 'allow', CLIENT_ID);
  await lifeguard(bed, 'cognito', 'set', '--issuer', 'cognito', '--yes');
  await lifeguard(bed, 'cognito', 'key', 'create', 'deploy', '--role', 'manage-users');
  expect(await lifeguard(bed, 'uninstall', '--yes')).toMatchObject({ status: 0 });
  const { client } = bed.pool;
  expect((await client.clientScopes.find()).map(({ name }) => name)).not.toContain(SCOPE);
  const clients = await client.clients.find();
  expect(JSON.stringify(clients)).not.toContain('lifeguard.cognito');
  const attributes = (await client.realms.findOne({ realm: bed.realm }))?.attributes ?? {};
  expect(Object.keys(attributes).filter((attribute) => attribute.startsWith('lifeguard.cognito'))).toEqual([]);
  expect(attributes).toMatchObject({ 'lifeguard.mfaConfiguration': 'ON' });
  expect((await lifeguard(bed, 'uninstall', '--dry-run')).output).toContain('nothing to do');
});
