import { describe, expect, it } from 'vitest';
import { POOL_ID, PUBLIC_CLIENT, SAMPLE, sampleFiles, SECRET_CLIENT } from './export-fixture.ts';
import { planClient } from './plan-client.ts';
import { planPoolProfile } from './plan-pool-profile.ts';
import { planRealm } from './plan-realm.ts';
import { readExport } from './read-export.ts';

function exportOf(change: Parameters<typeof sampleFiles>[0] = {}) {
  const result = readExport(sampleFiles(change));
  if (!result.ok) throw new Error(result.problems.join(' '));
  return result.export;
}

function realmOf(change: Parameters<typeof sampleFiles>[0] = {}) {
  const plan = planRealm(exportOf(change), { srp: false });
  if (!plan.ok) throw new Error(JSON.stringify(plan));
  return plan;
}

describe('planRealm', () => {
  it('has the name, the rules and the policy of the pool', () => {
    const { realm } = realmOf();
    expect(realm).toMatchObject({
      realm: POOL_ID,
      displayName: 'Sample pool',
      passwordPolicy: 'length(10) and maxLength(256) and upperCase(1) and lowerCase(1) and digits(1)',
      loginWithEmailAllowed: true,
      duplicateEmailsAllowed: false,
      resetPasswordAllowed: true,
      bruteForceProtected: true,
      bruteForceStrategy: 'LINEAR',
      ssoSessionMaxLifespan: 60 * 86_400,
      attributes: {
        'lifeguard.mfaConfiguration': 'OPTIONAL',
        'lifeguard.smsMfa': 'true',
        'lifeguard.softwareTokenMfa': 'true',
        'lifeguard.smsAuthenticationMessage': 'Your code is {####}.',
        'lifeguard.verifiedTokenIsEnabled': 'false',
        'lifeguard.cognito.poolId': POOL_ID,
        'lifeguard.cognito.srp': 'false',
        'lifeguard.cognito.factorChanges': 'access-token',
      },
    });
  });

  it('keeps for the API what Keycloak has no place for', () => {
    const { realm } = realmOf();
    const settings: unknown = JSON.parse(String(realm.attributes?.['lifeguard.cognito.pool']));
    expect(settings).toMatchObject({
      CreationDate: 1_704_067_200,
      LastModifiedDate: 1_704_067_200,
      AliasAttributes: ['email'],
      TemporaryPasswordValidityDays: 3,
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'team', Mutable: true },
      ],
    });
    for (const member of ['Id', 'Name', 'MfaConfiguration', 'Policies', 'EstimatedNumberOfUsers'])
      expect(settings).not.toHaveProperty(member);
  });

  it('names what does not come along', () => {
    const pool = {
      ...SAMPLE['describe-user-pool.json'].UserPool,
      LambdaConfig: { PreSignUp: 'arn:aws:lambda:eu-west-1:123456789012:function:x' },
      UserPoolAddOns: { AdvancedSecurityMode: 'OFF' },
      UsernameConfiguration: { CaseSensitive: true },
    };
    const { notes, realm } = realmOf({ 'describe-user-pool.json': { UserPool: pool } });
    expect(notes).toEqual([
      expect.stringMatching(/triggers/),
      expect.stringMatching(/case sensitive/),
      expect.stringMatching(/SMTP/),
    ]);
    expect(String(realm.attributes?.['lifeguard.cognito.pool'])).not.toContain('CaseSensitive');
  });

  it('where two users share an address the pages take none, and it says so', () => {
    const [first] = SAMPLE['list-users.json'].Users;
    const users = { Users: [first, { ...first, Username: 'other' }] };
    const { realm, notes } = realmOf({ 'list-users.json': users });
    expect(realm).toMatchObject({ loginWithEmailAllowed: false, duplicateEmailsAllowed: true });
    expect(notes.join(' ')).toMatch(/same e-mail address/);
  });

  it('does not let a pool with codes by e-mail alone become one without a second factor', () => {
    const mfa = { MfaConfiguration: 'ON', EmailMfaConfiguration: { Message: '{####}' } };
    const plan = planRealm(exportOf({ 'get-user-pool-mfa-config.json': mfa }), { srp: false });
    expect(plan).toMatchObject({ ok: false, problems: [{ message: expect.stringMatching(/e-mail alone/) }] });
  });
});

describe('planClient', () => {
  const [web, backend] = exportOf().clients;
  if (web === undefined || backend === undefined) throw new Error('the sample has two clients');

  it('an app in the browser stays public, with its lifetimes and addresses', () => {
    const client = planClient(web);
    expect(client).toMatchObject({
      clientId: PUBLIC_CLIENT,
      publicClient: true,
      standardFlowEnabled: true,
      implicitFlowEnabled: false,
      directAccessGrantsEnabled: false,
      redirectUris: ['https://app.example/signed-in'],
      optionalClientScopes: ['email'],
      attributes: {
        'access.token.lifespan': '600',
        'client.session.max.lifespan': String(60 * 86_400),
        'post.logout.redirect.uris': 'https://app.example/##https://app.example/bye',
      },
    });
    const settings: unknown = JSON.parse(String(client.attributes?.['lifeguard.cognito.client']));
    expect(settings).toMatchObject({ ExplicitAuthFlows: expect.arrayContaining(['ALLOW_USER_SRP_AUTH']) });
    expect(settings).not.toHaveProperty('ReadAttributes');
  });

  it('one with a secret keeps it, in Keycloak’s own place alone', () => {
    const client = planClient(backend);
    const secret = backend.ClientSecret ?? '';
    expect(client).toMatchObject({ clientId: SECRET_CLIENT, publicClient: false, secret, standardFlowEnabled: false });
    expect(JSON.stringify(client.attributes)).not.toContain(secret);
  });
});

describe('planPoolProfile', () => {
  const required = { roles: ['user'] };
  const plain = { attributes: [{ name: 'username' }, { name: 'email', required }, { name: 'team', required }] };

  it('demands no address and lets attributes of any name be, once', () => {
    expect(planPoolProfile(plain)).toHaveLength(1);
    const { attributes } = plain;
    expect(planPoolProfile({ attributes, unmanagedAttributePolicy: 'ADMIN_EDIT' as never })).toHaveLength(1);
    const done = { attributes: [{ name: 'email' }, { name: 'team', required }] };
    expect(planPoolProfile({ ...done, unmanagedAttributePolicy: 'ADMIN_EDIT' as never })).toEqual([]);
  });
});
