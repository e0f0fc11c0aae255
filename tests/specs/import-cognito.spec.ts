import { expect, test } from '@playwright/test';
import { listedUser, writeCognitoExport } from '../support/cognito-export.ts';
import { lifeguard } from '../support/operator.ts';
import { createTestBed } from '../support/test-bed.ts';

/** What a program asks at its pool's endpoint, as it did at Amazon's. */
async function initiateAuth(url: string, realm: string, ClientId: string, PASSWORD: string): Promise<object> {
  const response = await fetch(`${url}/realms/${realm}/lifeguard/cognito`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME: 'member1', PASSWORD },
    }),
  });
  return (await response.json()) as object;
}

const SMS = { phone_number: '+14155550123', phone_number_verified: 'true', 'custom:team': 'red', given_name: 'Ann' };

test('a pool that the AWS CLI has written down becomes a realm, and a second run has nothing to do', async () => {
  await using bed = await createTestBed();
  await using source = await writeCognitoExport([
    listedUser(1, {}, SMS),
    listedUser(2, { UserStatus: 'UNCONFIRMED', Enabled: true }),
    listedUser(3, { Enabled: false }),
    listedUser(4, {}, { phone_number: '0170' }),
  ]);
  const { admin } = bed;
  const realm = source.poolId;
  const importIt = (...options: readonly string[]) => lifeguard(bed, 'import', 'cognito', source.folder, ...options);
  try {
    const plan = await importIt();
    expect(plan.output).toMatch(/would create the realm/);
    expect(plan.output).toMatch(/member4 .*refused .*phone number/);
    expect(plan.output).not.toContain('4155550123');
    expect(await admin.realms.findOne({ realm })).toBeFalsy();

    const done = await importIt('--apply', '--json');
    expect(done.status).toBe(1);
    const report = JSON.parse(done.output.split('\n')[0] ?? '') as {
      readonly users: readonly object[];
      readonly outcomes: object;
    };
    expect(report.outcomes).toEqual({ imported: 3, refused: 1 });
    expect(report.users[0]).toMatchObject({
      username: 'member1',
      email: 'm***@e***',
      phoneNumber: '+*******0123',
      password: 'reset',
      secondFactor: 'sms',
    });
    expect(done.output).not.toContain(source.secret);

    const [first] = await admin.users.find({ realm, username: 'member1', exact: true });
    expect(first).toMatchObject({
      id: '0d9a7e5c-0000-4000-8000-000000000001',
      createdTimestamp: Date.UTC(2024, 2, 1, 10),
      emailVerified: true,
      firstName: 'Ann',
      attributes: { phoneNumber: ['+14155550123'], 'custom:team': ['red'], 'lifeguard.passwordReset': ['required'] },
    });
    const groups = await admin.users.listGroups({ realm, id: first?.id ?? '' });
    expect(groups).toEqual([expect.objectContaining({ name: 'editors' })]);
    const roles = await admin.users.listRealmRoleMappings({ realm, id: first?.id ?? '' });
    expect(roles).toEqual([expect.objectContaining({ name: expect.stringMatching(/^default-roles-/) })]);
    const [unconfirmed] = await admin.users.find({ realm, username: 'member2', exact: true });
    expect(unconfirmed).toMatchObject({ enabled: false, attributes: { 'lifeguard.signUp': ['unconfirmed'] } });

    const clients = await admin.clients.find({ realm });
    const backend = clients.find(({ clientId }) => clientId === source.secretClient);
    expect(await admin.clients.getClientSecret({ realm, id: backend?.id ?? '' })).toMatchObject({
      value: source.secret,
    });
    const web = clients.find(({ clientId }) => clientId === source.publicClient);
    expect(web?.defaultClientScopes).toContain('aws.cognito.signin.user.admin');

    const signIn = (password: string) => initiateAuth(bed.url, realm, source.publicClient, password);
    expect(await signIn('whatever it was')).toMatchObject({ __type: 'PasswordResetRequiredException' });
    await admin.users.resetPassword({
      realm,
      id: first?.id ?? '',
      credential: { type: 'password', value: 'Analytical-Engine-1', temporary: false },
    });
    expect(await signIn('Analytical-Engine-1')).toMatchObject({ ChallengeName: 'SMS_MFA' });

    const inRealm = { ...bed, realm };
    expect((await lifeguard(inRealm, 'cognito', 'show')).output).toContain(`${source.publicClient}: user-password`);
    expect((await lifeguard(inRealm, 'doctor')).output).not.toMatch(/^problem/m);

    await source.write('users.json', { Users: [listedUser(1, {}, SMS), listedUser(2), listedUser(3)] });
    const again = await importIt('--apply');
    expect(again.output).toContain('there-already 3');
    expect(again.output).toContain('nothing to do');
    expect(again.status).toBe(0);
  } finally {
    if (await admin.realms.findOne({ realm })) await admin.realms.del({ realm });
  }
});

test('many users come along in bounded time, and one that Keycloak refuses stops nobody', async () => {
  test.setTimeout(180_000);
  await using bed = await createTestBed();
  const users = Array.from({ length: 500 }, (_, index) => listedUser(index));
  // Keycloak alone knows that this one can't be made: its sub is taken.
  users[250] = listedUser(1, { Username: 'somebody-else' }, { email: 'other@example.org' });
  await using source = await writeCognitoExport(users);
  try {
    const begin = performance.now();
    const done = await lifeguard(bed, 'import', 'cognito', source.folder, '--apply');
    expect(done.output).toContain('imported 499, refused 1');
    expect(performance.now() - begin).toBeLessThan(90_000);
    expect(await bed.admin.users.count({ realm: source.poolId })).toBe(499);
  } finally {
    const { poolId: realm } = source;
    if (await bed.admin.realms.findOne({ realm })) await bed.admin.realms.del({ realm });
  }
});

test('what is missing is said with the command that writes it', async () => {
  await using bed = await createTestBed();
  await using source = await writeCognitoExport([]);
  await source.write('mfa.json', {});
  const { status, output } = await lifeguard(bed, 'import', 'cognito', source.folder);
  expect(status).toBe(1);
  expect(output).toContain('aws cognito-idp get-user-pool-mfa-config');
});
