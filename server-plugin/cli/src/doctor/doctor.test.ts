import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import { describe, expect, it } from 'vitest';
import { browserFlow, PASSWORD, type Sketch, sketchFlow } from '../flow/flow-fixture.ts';
import { LIFEGUARD_ATTRIBUTES } from '../profile/lifeguard-attributes.ts';
import type { DoctorFacts } from './doctor-facts.ts';
import { examine, formatReport } from './doctor.ts';
import type { PluginStatus } from './plugin-status.ts';

const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];

const status: PluginStatus = {
  version: '0.1.0',
  core: { fingerprint: 'abc123' },
  calls: { count: 12, failures: 0, medianInMicros: 210, p99InMicros: 800 },
  smsSender: { id: 'webhook', configured: true },
};

const on = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'true' };

const sound: DoctorFacts = {
  realm: { realm: 'demo', bruteForceProtected: true, resetPasswordAllowed: false },
  serverVersion: '26.7.3',
  authenticators: ['auth-cookie', 'lifeguard-mfa'],
  status: { ok: true, status },
  policy: parsePoolPolicy(on),
  browserFlow: browserFlow('lifeguard-browser', [PASSWORD, STEP]),
  resetCredentialsFlow: sketchFlow('reset credentials', [['reset-password', 'REQUIRED']]),
  requiredActions: ['CONFIGURE_TOTP', 'lifeguard-phone-number', 'lifeguard-mfa-settings'].map((alias) => ({
    alias,
    enabled: true,
  })),
  profile: { attributes: [...LIFEGUARD_ATTRIBUTES] },
  clients: [],
  clientFlows: new Map(),
  identityProviders: [],
  postBrokerFlows: new Map(),
};

function levels(change: Partial<DoctorFacts>): Record<string, string> {
  const { findings } = examine({ ...sound, ...change });
  return Object.fromEntries(findings.flatMap(({ check, level }) => (level === 'ok' ? [] : [[check, level]])));
}

function withCalls(calls: Partial<PluginStatus['calls']>): Partial<DoctorFacts> {
  return { status: { ok: true, status: { ...status, calls: { ...status.calls, ...calls } } } };
}

function withSender(smsSender: PluginStatus['smsSender']): Partial<DoctorFacts> {
  return { status: { ok: true, status: { ...status, smsSender } } };
}

describe('examine', () => {
  it('finds nothing in a sound pool', () => {
    expect(levels({})).toEqual({});
    expect(examine(sound).healthy).toBe(true);
  });

  it.each<[string, Partial<DoctorFacts>, Record<string, string>]>([
    ['a server that is too old', { serverVersion: '26.6.4' }, { 'server-version': 'problem' }],
    ['a version that only begins alike', { serverVersion: '26.70.0' }, { 'server-version': 'problem' }],
    ['a missing plugin', { authenticators: [] }, { plugin: 'problem' }],
    ['core calls that failed', withCalls({ failures: 1 }), { 'core-calls': 'problem' }],
    [
      'an unreadable policy',
      { policy: parsePoolPolicy({ 'lifeguard.mfaConfiguration': 'on' }) },
      { policy: 'problem' },
    ],
    ['a pool without MFA', { policy: parsePoolPolicy({}) }, { policy: 'warning' }],
    ['SMS without a sender', withSender({ id: null, configured: false }), { 'sms-sender': 'problem' }],
    ['a flow without the step', { browserFlow: browserFlow('browser', [PASSWORD]) }, { 'browser-flow': 'problem' }],
    [
      'a way round the step',
      {
        browserFlow: sketchFlow('own', [
          ['auth-spnego', 'ALTERNATIVE'],
          ['forms', 'ALTERNATIVE', [PASSWORD, STEP]],
        ]),
      },
      { 'browser-flow': 'problem' },
    ],
    ['no enrolment', { requiredActions: [] }, { 'required-actions': 'problem' }],
    ['a profile without the attributes', { profile: {} }, { 'user-profile': 'problem' }],
    [
      'no brute force detection',
      { realm: { ...sound.realm, bruteForceProtected: false } },
      { 'brute-force': 'warning' },
    ],
    [
      'a client with a browser flow of its own',
      { clientFlows: new Map([['app', browserFlow('browser', [PASSWORD])]]) },
      { 'client-flows': 'problem' },
    ],
    [
      'a client with direct access grants',
      { clients: [{ clientId: 'admin-cli', enabled: true, directAccessGrantsEnabled: true }] },
      { 'direct-grants': 'warning' },
    ],
    [
      'an identity provider',
      { identityProviders: [{ alias: 'google', enabled: true }] },
      { 'identity-providers': 'warning' },
    ],
    [
      'a forgotten password',
      { realm: { ...sound.realm, resetPasswordAllowed: true } },
      { 'reset-password': 'warning' },
    ],
  ])('reports %s', (_, change, expected) => {
    expect(levels(change)).toEqual(expected);
  });

  it('accepts an identity provider behind which the step is asked', () => {
    const change = {
      identityProviders: [{ alias: 'google', enabled: true }],
      postBrokerFlows: new Map([['google', sketchFlow('after google', [STEP])]]),
    };
    expect(levels(change)).toEqual({});
  });

  it('does not look for ways round while nobody is asked', () => {
    const clients = [{ clientId: 'admin-cli', enabled: true, directAccessGrantsEnabled: true }];
    expect(levels({ clients, policy: parsePoolPolicy({}) })).toEqual({ policy: 'warning' });
  });

  it('is healthy with warnings alone', () => {
    expect(examine({ ...sound, realm: { ...sound.realm, bruteForceProtected: false } }).healthy).toBe(true);
    expect(examine({ ...sound, authenticators: [] }).healthy).toBe(false);
  });
});

it('prints below each finding what mends it, and the times of the core', () => {
  const report = formatReport(examine({ ...sound, browserFlow: browserFlow('browser', [PASSWORD]) }));
  expect(report).toContain('median 210 µs, p99 800 µs');
  expect(report).toMatch(/problem {2}browser-flow .*\n +→ lifeguard install --realm demo/);
});
