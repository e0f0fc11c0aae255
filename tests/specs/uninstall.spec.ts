import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { installLifeguard, uninstallLifeguard } from '@lifeguard/cli';
import { startKeycloak } from '@lifeguard/dev/keycloak';
import { appOf } from '../support/authenticator-app.ts';
import { keepLog } from '../support/evidence.ts';
import { lifeguard } from '../support/operator.ts';
import { createPartnerRealm } from '../support/partner-realm.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { giveAuthenticator } from '../support/ready-authenticator.ts';
import { SECOND_HOME, SECOND_SERVER_OPTIONS, startSecondServer } from '../support/second-server.ts';
import { SHORT_LIVED } from '../support/short-lived.ts';
import { createTestBed, type TestBed } from '../support/test-bed.ts';
import { testServer } from '../support/test-server.ts';
import { directGrant } from '../support/token-request.ts';

/** Where flows are bound, and what else install leaves in a realm. */
async function installation({ pool, realm }: TestBed) {
  const { client } = pool;
  const bound = (await client.realms.findOne({ realm })) as Readonly<Record<string, unknown>>;
  const places = ['browserFlow', 'directGrantFlow', 'resetCredentialsFlow', 'registrationFlow', 'firstBrokerLoginFlow'];
  const flows = await client.authenticationManagement.getFlows();
  const actions = await client.authenticationManagement.getRequiredActions();
  const clients = await client.clients.find();
  const providers = await client.identityProviders.find();
  return {
    bound: Object.fromEntries(places.map((place) => [place, bound[place]])),
    flows: flows.map(({ alias }) => alias).toSorted(),
    actions: actions.map(({ alias }) => alias).toSorted(),
    clients: clients.map(({ clientId }) => clientId).toSorted(),
    providers: providers.map(
      ({ alias, firstBrokerLoginFlowAlias: first = '', postBrokerLoginFlowAlias: post = '' }) => ({
        alias,
        first,
        post,
      }),
    ),
    scopes: (await client.clientScopes.find()).flatMap(({ protocolMappers = [] }) =>
      protocolMappers.flatMap(({ protocolMapper }) => (protocolMapper?.startsWith('lifeguard') ? protocolMapper : [])),
    ),
  };
}

test('uninstall gives every place its flow back, also one of the operator, and install can come again', async () => {
  await using bed = await createTestBed();
  await using partner = await createPartnerRealm(bed);
  await uninstallLifeguard(bed.pool);
  const { authenticationManagement: flows } = bed.pool.client;
  await flows.copyFlow({ flow: 'browser', newName: 'shop' });
  await bed.pool.client.realms.update({ realm: bed.realm }, { browserFlow: 'shop' });
  const before = await installation(bed);

  await installLifeguard(bed.pool);
  const installed = await installation(bed);
  expect(installed.bound['browserFlow']).toBe('lifeguard-browser');
  expect(installed.providers).toEqual([{ alias: partner.alias, first: '', post: 'lifeguard-post-broker' }]);
  const plan = await lifeguard(bed, 'uninstall', '--dry-run');
  expect(plan).toMatchObject({ status: 0, output: expect.stringContaining('would bind "shop" as the browser flow') });
  expect(await lifeguard(bed, 'uninstall')).toMatchObject({ status: 2, output: expect.stringContaining('--yes') });
  expect(await installation(bed)).toEqual(installed);

  expect((await lifeguard(bed, 'uninstall', '--yes')).status).toBe(0);
  expect(await installation(bed)).toEqual(before);
  expect(await lifeguard(bed, 'uninstall', '--yes')).toEqual({ status: 0, output: 'nothing to do\n' });
  await installLifeguard(bed.pool);
  expect(await installation(bed)).toEqual(installed);
});

test('uninstall gives the profiles of client policies their flow back', async () => {
  await using bed = await createTestBed();
  const { clientPolicies } = bed.pool.client;
  const configuration = { 'auth-flow-alias': 'lifeguard-browser', 'auth-flow-loa': 1 };
  const executors = [{ executor: 'auth-flow-enforcer', configuration }];
  await clientPolicies.createProfiles({ profiles: [{ name: 'enforcing', executors }] });
  const { changes } = await uninstallLifeguard(bed.pool);
  expect(changes).toContain('let the client profile "enforcing" choose the flow "browser"');
  expect((await clientPolicies.listProfiles()).profiles).toMatchObject([
    { name: 'enforcing', executors: [{ configuration: { 'auth-flow-alias': 'browser' } }] },
  ]);
});

test('after uninstall users sign in, and go on doing so when the JAR is gone', async () => {
  test.setTimeout(600_000);
  await rm(join(import.meta.dirname, '../../.run', SECOND_HOME, 'data'), { recursive: true, force: true });
  const withPlugin = await startSecondServer({
    database: 'file',
    options: [`--spi-lifeguard-sms--webhook--url=${testServer().gatewayUrl}`],
  });
  let expectSignIns: () => Promise<void>;
  try {
    const bed = await createTestBed({ server: { ...testServer(), url: withPlugin.url } });
    const texted = await bed.createUser();
    const owner = await bed.createUser({ phone: false });
    const app = await appOf(await giveAuthenticator(bed, owner));
    expect(await new PlainBrowser(bed).signIn(texted)).toBe('sms-code');

    expectSignIns = async () => {
      expect(await new PlainBrowser(bed).signIn(texted)).toBe('signed-in');
      expect(await directGrant(bed, texted)).toMatchObject({ status: 200 });
      const browser = new PlainBrowser(bed);
      expect(await browser.signIn(owner)).toBe('software-token');
      expect(await browser.submit({ otp: await app.code() })).toBe('signed-in');
    };
    await uninstallLifeguard(bed.pool);
    await expectSignIns();
  } finally {
    await withPlugin.stop();
    await keepLog(withPlugin.logFile);
  }

  const port = Number(new URL(withPlugin.url).port);
  const without = await startKeycloak({
    home: SECOND_HOME,
    port,
    database: 'file',
    production: true,
    options: SECOND_SERVER_OPTIONS,
    env: SHORT_LIVED,
  });
  try {
    await expectSignIns();
  } finally {
    await without.stop();
    await keepLog(without.logFile);
  }
});
