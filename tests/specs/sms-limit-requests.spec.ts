import { expect, test } from '@playwright/test';
import { connect, decideLimitRequest, getSpend, requestLimit, setLimit } from '@lifeguard/cli';
import { lifeguard } from '../support/operator.ts';
import { createLimitedBed, signInBySms, spend } from '../support/spending.ts';
import { createTestBed } from '../support/test-bed.ts';

test('the command asks for a higher limit, approves it, and shows spend as table, CSV and JSON', async () => {
  await using bed = await createLimitedBed('0.10');
  await signInBySms(bed, await bed.createUser());
  const asked = await lifeguard(bed, 'sms', 'limit', 'request', '50', '--reason', 'more users, "beta"');
  expect(asked).toMatchObject({ status: 0, output: expect.stringMatching(/request \S+ for 50\.00 USD/) });
  const id = /request (\S+)/.exec(asked.output)?.[1] ?? '';
  expect((await lifeguard(bed, 'sms', 'limit', 'list')).output).toMatch(/50\.00 +open/);
  expect((await spend(bed)).limitInMicroUsd).toBe(100_000);
  expect((await lifeguard(bed, 'sms', 'limit', 'approve', id)).status).toBe(0);
  expect(await lifeguard(bed, 'sms', 'limit', 'deny', id)).toMatchObject({
    status: 1,
    output: expect.stringContaining('no open request'),
  });
  expect((await spend(bed)).limitInMicroUsd).toBe(50_000_000);
  expect(await lifeguard(bed, 'sms', 'limit', 'request', '2', '--reason', 'less')).toMatchObject({ status: 1 });
  expect(await lifeguard(bed, 'sms', 'limit', 'set', '2,50')).toMatchObject({
    status: 1,
    output: expect.stringContaining('full stop'),
  });
  expect((await lifeguard(bed, 'sms', 'limit', 'set', '2.50')).output).toContain('2.50 USD a month');

  const day = new Date().toISOString().slice(0, 10);
  expect((await lifeguard(bed, 'sms', 'spend')).output).toContain('0.10 of 2.50 USD');
  expect((await lifeguard(bed, 'sms', 'spend', '--by', 'day', '--format', 'csv')).output).toBe(
    `day,texts,usd\r\n${day},1,0.10\n`,
  );
  const json = JSON.parse(
    (await lifeguard(bed, 'sms', 'spend', '--by', 'country', '--format', 'json')).output,
  ) as object;
  expect(json).toMatchObject({ texts: 1, spentInMicroUsd: 100_000 });
  expect((await lifeguard(bed, 'sms', 'limit', 'list', '--format', 'csv')).output).toContain('"more users, ""beta"""');
  expect(await lifeguard(bed, 'sms', 'spend', '--month', '2026-13')).toMatchObject({ status: 1 });

  const adminEvents = await bed.pool.client.realms.findAdminEvents({ realm: bed.realm, max: 1_000 });
  const operations = adminEvents
    .filter(({ resourcePath }) => resourcePath?.includes('sms/'))
    .map((event) => event.operationType);
  expect(operations.toSorted()).toEqual(['ACTION', 'CREATE', 'UPDATE']);
});

test('whoever may only look at a realm sees its spend and asks for more, and decides nothing', async () => {
  await using bed = await createTestBed();
  const { client } = bed.pool;
  const user = await bed.createUser();
  const [management] = await client.clients.find({ realm: bed.realm, clientId: 'realm-management' });
  const role = await client.clients.findRole({ id: management?.id ?? '', roleName: 'view-realm' });
  await client.users.addClientRoleMappings({
    id: user.id,
    clientUniqueId: management?.id ?? '',
    roles: [{ id: role?.id ?? '', name: 'view-realm' }],
  });
  await bed.setPolicy({ mfaConfiguration: 'OFF' });
  const credentials = { user: user.username, password: user.password };
  const viewer = await connect({ server: bed.url, realm: bed.realm, authRealm: bed.realm, credentials });
  expect(await getSpend(viewer)).toMatchObject({ ok: true });
  const asked = await requestLimit(viewer, { amount: '9', reason: 'launch' });
  expect(asked).toMatchObject({ ok: true, request: { requestedBy: user.username } });
  const id = asked.ok ? asked.request.id : '';
  await expect(decideLimitRequest(viewer, { id, decision: 'approve' })).rejects.toThrow();
  await expect(setLimit(viewer, { amount: '9' })).rejects.toThrow();
  expect((await spend(bed)).limitInMicroUsd).toBe(1_000_000);
  expect(await decideLimitRequest(bed.pool, { id, decision: 'deny' })).toMatchObject({ request: { state: 'denied' } });
});
