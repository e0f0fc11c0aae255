import { describe, expect, it } from 'vitest';
import { planCognitoPool, planSettingsRemoval, readCognitoPool, type StoredRealm } from './pool-settings.ts';

const realm: StoredRealm = { id: '6c2f1f8a-0c0e-4b1e-9c55-0123456789ab', realm: 'demo', attributes: {} };
const ID = 'us-east-1_6c2f1f8a0c0e4b1e9c550123456789ab';

function planned(changes: Parameters<typeof planCognitoPool>[1], stored = realm) {
  const plan = planCognitoPool(stored, changes);
  if (!plan.ok) throw new Error(plan.reason);
  return plan;
}

describe('readCognitoPool', () => {
  it('a realm about which nothing is said has Keycloak’s issuer and keeps no verifiers', () => {
    expect(readCognitoPool(realm)).toEqual({
      poolId: ID,
      region: 'us-east-1',
      issuer: 'keycloak',
      srp: false,
      factorChanges: 'proven-factor',
    });
  });

  it('the region of a realm that is named as a pool is that of its name', () => {
    const named = { ...realm, realm: 'eu-west-1_AbC', attributes: { 'lifeguard.cognito.region': 'us-west-2' } };
    expect(readCognitoPool(named)).toMatchObject({ poolId: 'eu-west-1_AbC', region: 'eu-west-1' });
  });
});

describe('planCognitoPool', () => {
  it('an issuer of Cognito’s form names the pool, and follows its region', () => {
    const plan = planned({ issuer: 'cognito', region: 'eu-west-1' });
    expect(plan.attributes).toEqual({
      'lifeguard.cognito.issuer': 'cognito',
      'lifeguard.cognito.region': 'eu-west-1',
      'lifeguard.cognito.poolId': ID.replace('us-east-1', 'eu-west-1'),
    });
    expect(plan.warnings.join(' ')).toMatch(/introspection/);
    expect(plan.warnings.join(' ')).toMatch(/id of the pool changes/);
  });

  it('says why verifiers are off before it turns them on, and nothing when they are on already', () => {
    const plan = planned({ srp: true });
    expect(plan.attributes).toEqual({ 'lifeguard.cognito.srp': 'true' });
    expect(plan.warnings).toEqual([expect.stringMatching(/guess.*--spi-credential--lifeguard-srp--key/)]);
    const again = planned({ srp: true }, { ...realm, attributes: plan.attributes });
    expect(again).toEqual({ ok: true, attributes: {}, warnings: [] });
  });

  it('says what an access token alone could do before it is let to', () => {
    const plan = planned({ factorChanges: 'access-token' });
    expect(plan.attributes).toEqual({ 'lifeguard.cognito.factorChanges': 'access-token' });
    expect(plan.warnings).toEqual([expect.stringMatching(/replace the phone number/)]);
    const attributes = plan.attributes;
    expect(planned({ factorChanges: 'proven-factor' }, { ...realm, attributes }).warnings).toEqual([]);
  });

  it.each<[string, StoredRealm, Parameters<typeof planCognitoPool>[1], RegExp]>([
    ['a text that is no region', realm, { region: 'Europe' }, /no region/],
    [
      'a region for a realm that is named as a pool',
      { ...realm, realm: 'eu-west-1_A' },
      { region: 'us-west-2' },
      /name/,
    ],
    ['Cognito’s issuer for a realm without an id', { ...realm, id: 'demo' }, { issuer: 'cognito' }, /no pool/],
  ])('refuses %s', (_, stored, changes, reason) => {
    expect(planCognitoPool(stored, changes)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});

it('nothing of the API stays on a realm that the plugin leaves, and nothing is done to others', () => {
  const attributes = { 'lifeguard.cognito.issuer': 'cognito', 'lifeguard.mfaConfiguration': 'ON' };
  expect(planSettingsRemoval({ ...realm, attributes }).map(({ what }) => what)).toEqual([
    'take the settings of the Cognito API off the realm: lifeguard.cognito.issuer',
  ]);
  expect(planSettingsRemoval(realm)).toEqual([]);
});
