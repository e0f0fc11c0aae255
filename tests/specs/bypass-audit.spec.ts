import { expect, test } from '@playwright/test';
import { makeFlow } from '../support/make-flow.ts';
import { lifeguard, runLine } from '../support/operator.ts';
import { PlainBrowser } from '../support/plain-browser.ts';
import { createTestBed, type TestBed, type TestUser } from '../support/test-bed.ts';
import { CLIENT_ID } from '../support/test-realm.ts';
import { directGrant } from '../support/token-request.ts';

interface Way {
  readonly name: string;
  /** The doctor's check that finds it. */
  readonly check: string;
  readonly open: (bed: TestBed) => Promise<unknown>;
  /** Whether a password alone makes a session now; absent where that takes more than a few requests. */
  readonly leadsIn?: (bed: TestBed, user: TestUser) => Promise<boolean>;
}

interface ReportedFinding {
  readonly check: string;
  readonly level: string;
  readonly remedies?: readonly string[];
}

const byPassword = async (bed: TestBed, user: TestUser) => (await new PlainBrowser(bed).signIn(user)) === 'signed-in';
const byGrant = async (bed: TestBed, user: TestUser) => (await directGrant(bed, user)).access_token !== undefined;

const setRealm = (changes: Readonly<Record<string, unknown>>) => (bed: TestBed) =>
  bed.pool.client.realms.update({ realm: bed.realm }, changes);

async function overrideFlow(bed: TestBed, kind: 'browser' | 'direct_grant', alias: string): Promise<void> {
  const { clients, authenticationManagement } = bed.pool.client;
  const [{ id = '' } = {}] = await clients.find({ clientId: CLIENT_ID });
  const flow = (await authenticationManagement.getFlows()).find((candidate) => candidate.alias === alias);
  await clients.update({ id }, { clientId: CLIENT_ID, authenticationFlowBindingOverrides: { [kind]: flow?.id } });
}

/** Every sign-in by a page runs that flow then, whatever the client and the realm are bound to. */
const enforceFlow =
  (alias: string) =>
  async ({ pool: { client } }: TestBed): Promise<void> => {
    const executors = [{ executor: 'auth-flow-enforcer', configuration: { 'auth-flow-alias': alias } }];
    await client.clientPolicies.createProfiles({ profiles: [{ name: 'enforcing', executors }] });
    const conditions = [{ condition: 'any-client', configuration: {} }];
    const policy = { name: 'shop', enabled: true, conditions, profiles: ['enforcing'] };
    await client.clientPolicies.updatePolicy({ policies: [policy] });
  };

/** Nobody signs in there: what counts is how the pool knows it. */
async function addProvider({ pool }: TestBed, flows: Readonly<Record<string, string>> = {}): Promise<void> {
  const config = {
    clientId: 'pool',
    clientSecret: 'secret',
    authorizationUrl: 'http://127.0.0.1:9/',
    tokenUrl: 'http://127.0.0.1:9/',
  };
  await pool.client.identityProviders.create({
    alias: 'partner',
    providerId: 'oidc',
    enabled: true,
    config,
    ...flows,
  });
}

const WAYS: readonly Way[] = [
  {
    name: 'the browser flow that Keycloak comes with',
    check: 'browser-flow',
    open: setRealm({ browserFlow: 'browser' }),
    leadsIn: byPassword,
  },
  {
    name: 'a browser flow in which a condition skips the step',
    check: 'browser-flow',
    async open(bed) {
      await makeFlow(bed, 'own browser', [
        { step: 'auth-username-password-form' },
        {
          subFlow: 'sometimes',
          requirement: 'CONDITIONAL',
          elements: [
            { step: 'conditional-user-attribute', config: { attribute_name: 'vip', attribute_expected_value: 'no' } },
            { step: 'lifeguard-mfa' },
          ],
        },
      ]);
      await setRealm({ browserFlow: 'own browser' })(bed);
    },
    leadsIn: byPassword,
  },
  {
    name: "a client's own browser flow",
    check: 'client-flows',
    open: (bed) => overrideFlow(bed, 'browser', 'browser'),
    leadsIn: byPassword,
  },
  {
    name: 'a flow that a client policy chooses',
    check: 'client-policies',
    open: enforceFlow('browser'),
    leadsIn: byPassword,
  },
  {
    name: 'the direct grant',
    check: 'direct-grants',
    open: setRealm({ directGrantFlow: 'direct grant' }),
    leadsIn: byGrant,
  },
  {
    name: "a client's own flow for the direct grant",
    check: 'client-flows',
    open: (bed) => overrideFlow(bed, 'direct_grant', 'direct grant'),
    leadsIn: byGrant,
  },
  {
    name: 'a password reset',
    check: 'reset-password',
    open: setRealm({ resetPasswordAllowed: true, resetCredentialsFlow: 'reset credentials' }),
  },
  {
    name: 'a registration',
    check: 'registration',
    open: setRealm({ registrationAllowed: true, registrationFlow: 'registration' }),
  },
  { name: 'an identity provider', check: 'identity-providers', open: (bed) => addProvider(bed) },
  {
    name: 'an identity provider with a flow of its own behind it',
    check: 'identity-providers',
    async open(bed) {
      await makeFlow(bed, 'own', [{ step: 'deny-access-authenticator', requirement: 'DISABLED' }]);
      await addProvider(bed, { postBrokerLoginFlowAlias: 'own' });
    },
  },
  {
    name: 'the link to an existing account at a first sign-in',
    check: 'first-broker-logins',
    open: (bed) => addProvider(bed, { firstBrokerLoginFlowAlias: 'first broker login' }),
  },
  {
    name: 'SAML ECP',
    check: 'other-protocols',
    open: ({ pool }) =>
      pool.client.clients.create({ clientId: 'ecp', protocol: 'saml', attributes: { 'saml.allow.ecp.flow': 'true' } }),
  },
  {
    name: 'the JWT authorization grant',
    check: 'other-protocols',
    open: ({ pool }) =>
      pool.client.clients.create({
        clientId: 'asserted',
        attributes: { 'oauth2.jwt.authorization.grant.enabled': 'true' },
      }),
  },
];

for (const { name, check, open, leadsIn } of WAYS) {
  test(`doctor names ${name}, and the commands that it prints close it`, async () => {
    await using bed = await createTestBed({ bruteForceProtected: true });
    expect((await lifeguard(bed, 'doctor')).status).toBe(0);
    await open(bed);
    if (leadsIn !== undefined) expect(await leadsIn(bed, await bed.createUser())).toBe(true);

    const { status, output } = await lifeguard(bed, 'doctor', '--json');
    expect(status).toBe(1);
    const { findings } = JSON.parse(output) as { readonly findings: readonly ReportedFinding[] };
    const problems = findings.filter(({ level }) => level === 'problem');
    expect(problems.map((found) => found.check)).toContain(check);
    for (const line of new Set(problems.flatMap(({ remedies = [] }) => remedies))) {
      expect(await runLine(bed, line), line).toMatchObject({ status: 0 });
    }

    const after = await lifeguard(bed, 'doctor');
    expect(after.output).not.toMatch(/^problem/m);
    expect(after.status).toBe(0);
    if (leadsIn !== undefined) expect(await leadsIn(bed, await bed.createUser())).toBe(false);
  });
}

test('what the operator trusts on purpose is a warning, and a service account is nothing', async () => {
  const policy = { mfaAfterIdentityProvider: false, backchannelIsSecondFactor: true };
  await using bed = await createTestBed({ bruteForceProtected: true, policy });
  await addProvider(bed);
  await lifeguard(bed, 'install');
  await bed.pool.client.clients.create({
    clientId: 'bank',
    secret: 'bank-secret',
    serviceAccountsEnabled: true,
    attributes: { 'oidc.ciba.grant.enabled': 'true' },
  });
  const { status, output } = await lifeguard(bed, 'doctor');
  expect(output).toMatch(/^warning +identity-providers .*trusts/m);
  expect(output).toMatch(/^warning +ciba /m);
  expect(output).not.toMatch(/^problem/m);
  expect(status).toBe(0);
});

test('a pool at OFF has no ways round, because it asks nobody', async () => {
  await using bed = await createTestBed({ bruteForceProtected: true, policy: { mfaConfiguration: 'OFF' } });
  await setRealm({ directGrantFlow: 'direct grant', resetPasswordAllowed: true })(bed);
  expect((await lifeguard(bed, 'doctor')).status).toBe(0);
});
