import { describe, expect, it } from 'vitest';
import type { DoctorFacts } from './doctor-facts.ts';
import { levels, sound, soundStatus } from './doctor-fixture.ts';
import { examine } from './doctor.ts';

const SCOPE = 'aws.cognito.signin.user.admin';
const client = { id: 'c1', clientId: 'app', enabled: true, defaultClientScopes: [SCOPE] };

function allowed(...flows: readonly string[]) {
  return { ...client, attributes: { 'lifeguard.cognito.client': JSON.stringify({ ExplicitAuthFlows: flows }) } };
}

function messageOf(check: string, change: Partial<DoctorFacts>): string {
  return examine({ ...sound, ...change }).findings.find((finding) => finding.check === check)?.message ?? '';
}

function withKey(srpKey: boolean): Partial<DoctorFacts> {
  return {
    cognito: { ...sound.cognito, srp: true },
    status: { ok: true, status: { ...soundStatus, cognito: { srpKey } } },
  };
}

describe('the audit of the Cognito API', () => {
  it('names clients and flows, and has nothing against flows that obey the policy', () => {
    const clients = [allowed('ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH')];
    expect(levels({ clients })).toEqual({});
    expect(messageOf('cognito-clients', { clients })).toContain('"app" (user-password, admin-user-password)');
  });

  it.each<[string, Partial<DoctorFacts>, Record<string, string>]>([
    [
      'settings that nobody can read',
      { clients: [{ ...client, attributes: { 'lifeguard.cognito.client': '{' } }] },
      { 'cognito-clients': 'problem' },
    ],
    [
      'a client that lost the scope',
      { clients: [{ ...allowed('ALLOW_USER_PASSWORD_AUTH'), defaultClientScopes: [] }] },
      { 'cognito-clients': 'warning' },
    ],
    [
      'a client whose tokens may be used although it takes no part',
      { clients: [{ ...client, defaultClientScopes: [], optionalClientScopes: [SCOPE] }] },
      { 'cognito-clients': 'warning' },
    ],
    ['SRP without verifiers', { clients: [allowed('ALLOW_USER_SRP_AUTH')] }, { 'cognito-srp': 'warning' }],
    ['verifiers without a key', withKey(false), { 'cognito-srp': 'warning' }],
    ['nothing with a key', withKey(true), {}],
    [
      'an issuer that Keycloak does not take for its own',
      { cognito: { ...sound.cognito, issuer: 'cognito', namedPoolId: 'us-east-1_Demo1' } },
      { 'cognito-issuer': 'warning' },
    ],
    [
      'an issuer that names another pool',
      { cognito: { ...sound.cognito, issuer: 'cognito', namedPoolId: 'us-east-1_Other' } },
      { 'cognito-issuer': 'problem' },
    ],
    [
      'a service account that may administer',
      { administeringAccounts: [{ clientId: 'batch', isKey: false, roles: ['manage-users'] }] },
      { 'cognito-keys': 'warning' },
    ],
    [
      'nothing of a key that was made on purpose',
      { administeringAccounts: [{ clientId: 'deploy', isKey: true, roles: ['manage-users'] }] },
      {},
    ],
  ])('reports %s', (_, change, expected) => {
    expect(levels(change)).toEqual(expected);
  });

  it('a client that is disabled signs nobody in', () => {
    expect(
      levels({ clients: [{ ...client, enabled: false, attributes: { 'lifeguard.cognito.client': '{' } }] }),
    ).toEqual({});
  });
});
