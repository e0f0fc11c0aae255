import { USER_MARKS } from '@lifeguard/shared/cognito';
import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import { describe, expect, it } from 'vitest';
import { browserFlow, PASSWORD, type Sketch, sketchFlow } from '../flow/flow-fixture.ts';
import type { DoctorFacts } from './doctor-facts.ts';
import { levels, sound, soundStatus } from './doctor-fixture.ts';
import { examine, formatReport } from './doctor.ts';
import type { PluginStatus } from './plugin-status.ts';

const MARKS: readonly string[] = Object.values(USER_MARKS);
const STEP: Sketch = ['lifeguard-mfa', 'REQUIRED'];

function withCalls(calls: Partial<PluginStatus['calls']>): Partial<DoctorFacts> {
  return { status: { ok: true, status: { ...soundStatus, calls: { ...soundStatus.calls, ...calls } } } };
}

function withGateways(...states: readonly ('closed' | 'open' | 'half-open')[]): Partial<DoctorFacts> {
  const gateways = states.map((state, index) => ({ id: `gateway-${index}`, state }));
  return { status: { ok: true, status: { ...soundStatus, smsSender: { configured: states.length > 0, gateways } } } };
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
    ['SMS without a gateway', withGateways(), { 'sms-sender': 'problem' }],
    ['a gateway with an open circuit', withGateways('closed', 'open'), { 'sms-sender': 'warning' }],
    ['gateways that all fail', withGateways('open', 'half-open'), { 'sms-sender': 'problem' }],
    ['nothing where both gateways work', withGateways('closed', 'closed'), {}],
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
      'a profile without the marks of the Cognito API',
      { profile: { attributes: (sound.profile.attributes ?? []).filter(({ name = '' }) => !MARKS.includes(name)) } },
      { 'user-profile': 'problem' },
    ],
    [
      'no brute force detection',
      { realm: { ...sound.realm, bruteForceProtected: false } },
      { 'brute-force': 'warning' },
    ],
  ])('reports %s', (_, change, expected) => {
    expect(levels(change)).toEqual(expected);
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
