import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import { describe, expect, it } from 'vitest';
import { browserFlow, firstBrokerFlow, PASSWORD, type Sketch, sketchFlow } from '../flow/flow-fixture.ts';
import type { DoctorFacts } from './doctor-facts.ts';
import { levels, ON, sound } from './doctor-fixture.ts';
import { examine } from './doctor.ts';

const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];
const GRANT_STEP: Sketch = ['lifeguard-direct-grant', 'REQUIRED'];
const open = browserFlow('browser', [PASSWORD]);
const client = { id: 'c1', clientId: 'app', enabled: true };
const google = { alias: 'google', enabled: true };
const OWN = {
  name: 'own',
  executors: [
    { executor: 'pkce-enforcer' },
    { executor: 'auth-flow-enforcer', configuration: { 'auth-flow-alias': 'browser', 'auth-flow-loa': '1' } },
  ],
};
const enforcing = (flow: string) => ({
  name: flow,
  executors: [{ executor: 'auth-flow-enforcer', configuration: { 'auth-flow-alias': flow } }],
});
const after = new Map([['google', sketchFlow('after google', [STEP])]]);
const grants = { ...client, directAccessGrantsEnabled: true };
const INSTALL = 'lifeguard install --realm demo';

function remediesOf(change: Partial<DoctorFacts>): Record<string, readonly string[] | undefined> {
  const { findings } = examine({ ...sound, ...change });
  return Object.fromEntries(
    findings.flatMap(({ check, level, remedies }) => (level === 'ok' ? [] : [[check, remedies]])),
  );
}

describe('each way to a session without a second factor is a problem, with the command that closes it', () => {
  it.each<[string, Partial<DoctorFacts>, Record<string, readonly string[]>]>([
    ['a direct grant', { clients: [grants] }, { 'direct-grants': [INSTALL] }],
    [
      "a client's own browser flow",
      { clientFlows: [{ id: 'c1', clientId: 'app', kind: 'browser', flow: open }] },
      { 'client-flows': ['kcadm.sh update clients/c1 -r demo -s authenticationFlowBindingOverrides.browser='] },
    ],
    [
      "a client's own direct grant flow",
      {
        clients: [grants],
        directGrantFlow: sketchFlow('grant', [['direct-grant-validate-password', 'REQUIRED'], GRANT_STEP]),
        clientFlows: [{ id: 'c1', clientId: 'app', kind: 'direct_grant', flow: sound.directGrantFlow }],
      },
      { 'client-flows': ['kcadm.sh update clients/c1 -r demo -s authenticationFlowBindingOverrides.direct_grant='] },
    ],
    [
      'a flow that a client policy chooses',
      {
        clientPolicies: {
          policies: [{ name: 'shop', enabled: true, profiles: ['own'] }],
          profiles: [OWN],
          globalProfiles: [],
        },
        enforcedFlows: new Map([['browser', open]]),
      },
      {
        'client-policies': [
          `kcadm.sh update client-policies/profiles -r demo -s 'profiles=[{"name":"own","executors":[{"executor":"pkce-enforcer"}]}]'`,
        ],
      },
    ],
    [
      "a flow that a client policy chooses by a profile of the server's",
      {
        clientPolicies: {
          policies: [{ name: 'shop', enabled: true, profiles: ['own'] }],
          profiles: [],
          globalProfiles: [OWN],
        },
        enforcedFlows: new Map([['browser', open]]),
      },
      { 'client-policies': [`Take the server's own profile out of these client policies: "shop".`] },
    ],
    [
      'a step that a condition skips',
      { browserFlow: browserFlow('own', [PASSWORD, ['sometimes', 'CONDITIONAL', [STEP]]]) },
      { 'browser-flow': ['kcadm.sh update realms/demo -r demo -s browserFlow=browser', INSTALL] },
    ],
    [
      'a device that signs in by an open browser flow',
      {
        clients: [{ ...client, attributes: { 'oauth2.device.authorization.grant.enabled': 'true' } }],
        clientFlows: [{ id: 'c1', clientId: 'app', kind: 'browser', flow: open }],
      },
      {
        'client-flows': ['kcadm.sh update clients/c1 -r demo -s authenticationFlowBindingOverrides.browser='],
        'device-grants': [INSTALL],
      },
    ],
    ['a password reset', { realm: { ...sound.realm, resetPasswordAllowed: true } }, { 'reset-password': [INSTALL] }],
    [
      'a password reset that sets up an authenticator',
      {
        realm: { ...sound.realm, resetPasswordAllowed: true },
        resetCredentialsFlow: sketchFlow('reset', [['reset-password', 'REQUIRED'], ['reset-otp', 'REQUIRED'], STEP]),
      },
      { 'reset-password': [INSTALL] },
    ],
    ['a registration', { realm: { ...sound.realm, registrationAllowed: true } }, { registration: [INSTALL] }],
    ['an identity provider', { identityProviders: [google] }, { 'identity-providers': [INSTALL] }],
    [
      'an identity provider with an open flow of its own',
      { identityProviders: [google], postBrokerFlows: new Map([['google', sketchFlow('own', [['x', 'REQUIRED']])]]) },
      {
        'identity-providers': [
          'kcadm.sh update identity-provider/instances/google -r demo -s postBrokerLoginFlowAlias=',
          INSTALL,
        ],
      },
    ],
    [
      'a first sign-in that links an account',
      {
        identityProviders: [google],
        postBrokerFlows: after,
        firstBrokerFlows: new Map([['google', firstBrokerFlow('first')]]),
      },
      { 'first-broker-logins': [INSTALL] },
    ],
    [
      'a Docker registry',
      { clients: [{ ...client, protocol: 'docker-v2' }] },
      { 'other-protocols': ['kcadm.sh update clients/c1 -r demo -s enabled=false'] },
    ],
    [
      'SAML ECP',
      { clients: [{ ...client, protocol: 'saml', attributes: { 'saml.allow.ecp.flow': 'true' } }] },
      { 'other-protocols': [`kcadm.sh update clients/c1 -r demo -s 'attributes."saml.allow.ecp.flow"=false'`] },
    ],
  ])('%s', (_, change, expected) => {
    expect(remediesOf(change)).toEqual(expected);
    expect(examine({ ...sound, ...change }).healthy).toBe(false);
  });
});

describe('what is no way round', () => {
  it.each<[string, Partial<DoctorFacts>]>([
    [
      'an identity provider behind which the step is asked',
      {
        identityProviders: [google],
        postBrokerFlows: after,
        firstBrokerFlows: new Map([['google', firstBrokerFlow('first', [STEP])]]),
      },
    ],
    ['a disabled identity provider', { identityProviders: [{ ...google, enabled: false }] }],
    ['a disabled client', { clients: [{ ...grants, enabled: false }] }],
    ['a service account, which is no user', { clients: [{ ...client, serviceAccountsEnabled: true }] }],
    [
      'a flow for direct grants of a client that has none',
      {
        clients: [client],
        clientFlows: [{ id: 'c1', clientId: 'app', kind: 'direct_grant', flow: sound.directGrantFlow }],
      },
    ],
    [
      'a client policy that is off, and one whose flow asks or is not there',
      {
        clientPolicies: {
          policies: [
            { name: 'off', enabled: false, profiles: ['own'] },
            { name: 'on', enabled: true, profiles: ['tight', 'gone'] },
          ],
          profiles: [OWN, enforcing('tight'), enforcing('gone')],
          globalProfiles: [],
        },
        enforcedFlows: new Map([
          ['browser', open],
          ['tight', sound.browserFlow],
        ]),
      },
    ],
    ['CIBA, which the plugin refuses', { clients: [{ ...client, attributes: { 'oidc.ciba.grant.enabled': 'true' } }] }],
  ])('%s', (_, change) => {
    expect(levels(change)).toEqual({});
  });
});

describe('a way that the operator trusts on purpose is a warning', () => {
  it.each<[string, string, Partial<DoctorFacts>, string]>([
    ['mfaAfterIdentityProvider', 'false', { identityProviders: [google] }, 'identity-providers'],
    [
      'backchannelIsSecondFactor',
      'true',
      { clients: [{ ...client, attributes: { 'oidc.ciba.grant.enabled': 'true' } }] },
      'ciba',
    ],
  ])('%s', (field, value, change, check) => {
    const policy = parsePoolPolicy({ ...ON, [`lifeguard.${field}`]: value });
    expect(levels({ ...change, policy })).toEqual({ [check]: 'warning' });
    expect(examine({ ...sound, ...change, policy }).healthy).toBe(true);
  });
});
