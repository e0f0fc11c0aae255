import { parsePoolPolicy } from '@lifeguard/shared/mfa';
import { browserFlow, PASSWORD, sketchFlow } from '../flow/flow-fixture.ts';
import { LIFEGUARD_ATTRIBUTES } from '../profile/lifeguard-attributes.ts';
import type { DoctorFacts } from './doctor-facts.ts';
import { examine } from './doctor.ts';
import type { PluginStatus } from './plugin-status.ts';

export const soundStatus: PluginStatus = {
  version: '0.1.0',
  core: { fingerprint: 'abc123' },
  calls: { count: 12, failures: 0, medianInMicros: 210, p99InMicros: 800 },
  smsSender: { configured: true, gateways: [{ id: 'webhook', state: 'closed' }] },
};

export const ON = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'true' };

/** A Required pool in which everything is as install makes it. */
export const sound: DoctorFacts = {
  realm: { realm: 'demo', bruteForceProtected: true, resetPasswordAllowed: false },
  serverVersion: '26.7.3',
  authenticators: ['auth-cookie', 'lifeguard-mfa'],
  status: { ok: true, status: soundStatus },
  policy: parsePoolPolicy(ON),
  browserFlow: browserFlow('lifeguard-browser', [PASSWORD, ['lifeguard-mfa', 'REQUIRED']]),
  directGrantFlow: sketchFlow('direct grant', [['direct-grant-validate-password', 'REQUIRED']]),
  resetCredentialsFlow: sketchFlow('reset credentials', [['reset-password', 'REQUIRED']]),
  registrationFlow: sketchFlow('registration', [['form', 'REQUIRED', [['registration-user-creation', 'REQUIRED']]]]),
  requiredActions: ['CONFIGURE_TOTP', 'lifeguard-phone-number', 'lifeguard-mfa-settings'].map((alias) => ({
    alias,
    enabled: true,
  })),
  profile: { attributes: [...LIFEGUARD_ATTRIBUTES] },
  clientScopes: [{ name: 'acr', protocolMappers: [{ protocolMapper: 'lifeguard-amr-mapper' }] }],
  clients: [],
  clientFlows: [],
  clientPolicies: { policies: [], profiles: [], globalProfiles: [] },
  enforcedFlows: new Map(),
  identityProviders: [],
  postBrokerFlows: new Map(),
  firstBrokerFlows: new Map(),
  cognito: {
    poolId: 'us-east-1_Demo1',
    region: 'us-east-1',
    issuer: 'keycloak',
    srp: false,
    factorChanges: 'proven-factor',
  },
  administeringAccounts: [],
};

/** The findings that are not ok, by the names of their checks. */
export function levels(change: Partial<DoctorFacts>): Record<string, string> {
  const { findings } = examine({ ...sound, ...change });
  return Object.fromEntries(findings.flatMap(({ check, level }) => (level === 'ok' ? [] : [[check, level]])));
}
