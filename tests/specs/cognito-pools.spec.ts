import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, test } from '@playwright/test';
import { connect, installLifeguard, type Pool } from '@lifeguard/cli';
import { createApiKey } from '../support/api-key.ts';
import { poolTemplate } from '../support/pool-template.ts';
import { testServer } from '../support/test-server.ts';

const TEMPLATE = new URL('../../server-plugin/java/src/main/resources/lifeguard/pool-template.json', import.meta.url);

function connectTo(realm: string): Promise<Pool> {
  const { admin, url } = testServer();
  return connect({ server: url, realm, credentials: { user: admin.username, password: admin.password } });
}

test('the template of pools is what install adds to a realm of this Keycloak', async () => {
  await using key = await createApiKey();
  const realm = `template-${randomUUID()}`;
  await key.admin.realms.create({ realm, enabled: true });
  try {
    const template = await poolTemplate(await connectTo(realm));
    // To make it anew: write what was received into the file.
    expect(template).toEqual(JSON.parse(await readFile(TEMPLATE, 'utf8')));
  } finally {
    await key.admin.realms.del({ realm });
  }
});

test('install finds nothing to do in a realm that CreateUserPool has made, and whoever made it may manage it', async () => {
  await using key = await createApiKey();
  const cognito = key.client();
  const { UserPool: made } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'shop' }));
  const poolId = made?.Id ?? '';
  try {
    expect(poolId).toMatch(/^eu-central-1_[0-9A-Za-z]{9}$/);
    expect(await installLifeguard(await connectTo(poolId), { dryRun: true })).toEqual({
      ok: true,
      changes: [],
      leftOpen: [],
    });
    const { UserPool: described } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: poolId }));
    expect(described).toMatchObject({ Id: poolId, Name: 'shop' });
    const { UserPools = [] } = await cognito.send(new ListUserPoolsCommand({ MaxResults: 60 }));
    // Of realms that others have made it sees none.
    expect(UserPools.map(({ Id }) => Id)).toEqual([poolId]);
    const { UserPoolClient: client } = await cognito.send(
      new CreateUserPoolClientCommand({ UserPoolId: poolId, ClientName: 'web', GenerateSecret: true }),
    );
    const { UserPoolClient: same } = await cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: poolId, ClientId: client?.ClientId }),
    );
    expect(same?.ClientSecret).toBe(client?.ClientSecret);
    expect(same?.ClientSecret?.length).toBeGreaterThanOrEqual(32);
  } finally {
    await cognito.send(new DeleteUserPoolCommand({ UserPoolId: poolId }));
  }
  await key.admin.auth({ ...testServer().admin, grantType: 'password', clientId: 'admin-cli' });
  expect(await key.admin.realms.findOne({ realm: poolId })).toBeNull();
});
