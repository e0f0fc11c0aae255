import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from '@playwright/test';
import { createApiKey } from '../support/api-key.ts';
import { provideLdapUsers } from '../support/ldap-users.ts';
import { createTestBed } from '../support/test-bed.ts';

for (const imported of [true, false]) {
  test(`users of a read-only directory, ${imported ? 'copied by Keycloak' : 'read every time'}, are found by the Cognito API and not written`, async () => {
    await using bed = await createTestBed();
    await using users = await provideLdapUsers({ bed, imported });
    await using key = await createApiKey({ realm: bed.realm, managementRoles: ['manage-users'] });
    const cognito = key.client();
    const { id = '' } = (await bed.pool.client.realms.findOne({ realm: bed.realm })) ?? {};
    const UserPoolId = `us-east-1_${id.replaceAll('-', '')}`;
    const { username, phoneNumber, id: sub } = users.withPhone;

    for (const Username of [username, sub]) {
      const found = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
      expect(found).toMatchObject({ Username: username, Enabled: true, UserStatus: 'CONFIRMED' });
      expect(found.UserAttributes).toContainEqual({ Name: 'phone_number', Value: phoneNumber });
      expect(found.UserAttributes).toContainEqual({ Name: 'sub', Value: sub });
    }
    const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId, Filter: `username = "${username}"` }));
    expect(Users.map(({ Username }) => Username)).toEqual([username]);

    for (const [Name, Value] of [
      ['phone_number', '+14155550199'],
      ['email', 'another@example.org'],
    ]) {
      const change = cognito.send(
        new AdminUpdateUserAttributesCommand({ UserPoolId, Username: username, UserAttributes: [{ Name, Value }] }),
      );
      await expect(change, Name).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    }
    const { UserAttributes } = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: username }));
    expect(UserAttributes).toContainEqual({ Name: 'phone_number', Value: phoneNumber });
    expect(users.directory.refusedWrites()).toBe(0);
  });
}
