import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { maySetUpSoftwareToken } from './may-set-up-software-token.ts';

let ports: MemoryPorts;
beforeEach(() => {
  ports = new MemoryPorts();
  ports.person = { softwareTokens: 0 };
});

const may = (afterPassword: boolean, passedFactor: string | null = 'SMS_MFA'): boolean =>
  maySetUpSoftwareToken({ afterPassword, passedFactor }, ports);

describe('after the password alone', () => {
  test('only while the user has no factor and the pool wants one', () => {
    expect(may(true)).toBe(true);
    ports.person = { softwareTokens: 1 };
    expect(may(true)).toBe(false);
    ports.person = { softwareTokens: 0, phoneNumber: '+14155550123' };
    expect(may(true)).toBe(false);
  });

  test('also in an Optional pool, when a step-up demands a factor', () => {
    ports.attributes = { ...ports.attributes, 'lifeguard.mfaConfiguration': 'OPTIONAL' };
    expect(may(true)).toBe(false);
    expect(maySetUpSoftwareToken({ afterPassword: true, entry: 'step-up' }, ports)).toBe(true);
  });

  test('not where the policy has become another', () => {
    ports.attributes = { 'lifeguard.mfaConfiguration': 'OFF' };
    expect(may(true)).toBe(false);
  });
});

describe('in a session that has passed the policy', () => {
  test('wherever the pool offers software tokens', () => {
    ports.person = { softwareTokens: 1, phoneNumber: '+14155550123' };
    expect(may(false)).toBe(true);
  });

  test('but not beside a factor that it has not passed: a session from before the policy', () => {
    ports.person = { softwareTokens: 1 };
    expect(may(false, null)).toBe(false);
    ports.person = { softwareTokens: 0 };
    expect(may(false, null)).toBe(true);
  });

  test('not in a pool that has switched them off', () => {
    ports.attributes = { ...ports.attributes, 'lifeguard.softwareTokenMfa': 'false' };
    expect(may(false)).toBe(false);
  });

  test('a pool at OFF, or without a policy, leaves it to Keycloak', () => {
    ports.attributes = { 'lifeguard.mfaConfiguration': 'OFF', 'lifeguard.softwareTokenMfa': 'false' };
    expect(may(false)).toBe(true);
    ports.attributes = {};
    expect(may(false)).toBe(true);
  });
});

test('never for a locked user, nor under a policy that nobody can read', () => {
  ports.locked = true;
  expect([may(true), may(false)]).toEqual([false, false]);
  ports.locked = false;
  ports.attributes = { 'lifeguard.mfaConfiguration': 'MAYBE' };
  expect([may(true), may(false)]).toEqual([false, false]);
});
