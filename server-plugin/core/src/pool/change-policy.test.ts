import { expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { changePolicy } from './change-policy.ts';
import { policyObjection } from './policy-objection.ts';

test('a change is written whole, and other attributes of the realm stay', () => {
  const ports = new MemoryPorts();
  ports.attributes = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.clockOffsetInSeconds': '5' };
  expect(changePolicy({ attributes: { 'lifeguard.smsMfa': 'true' } }, ports).ok).toBe(true);
  expect(ports.attributes).toMatchObject({
    'lifeguard.mfaConfiguration': 'ON',
    'lifeguard.smsMfa': 'true',
    'lifeguard.clockOffsetInSeconds': '5',
  });
});

test.each([
  ['a name that nobody knows', { 'lifeguard.mfa': 'ON' }],
  ['a value that is no text', { 'lifeguard.smsMfa': true }],
  ['a value that can not be read', { 'lifeguard.smsMfa': 'yes' }],
  ['Required in a pool that was created otherwise', { 'lifeguard.mfaConfiguration': 'ON' }],
])('%s changes nothing', (_, attributes) => {
  const ports = new MemoryPorts();
  ports.attributes = { 'lifeguard.mfaConfiguration': 'OPTIONAL' };
  expect(changePolicy({ attributes }, ports)).toMatchObject({ ok: false });
  expect(ports.attributes).toEqual({ 'lifeguard.mfaConfiguration': 'OPTIONAL' });
});

test('a change past the plugin meets the same objection, and no other: what can not be read denies sign-ins by itself', () => {
  const ports = new MemoryPorts();
  const objection = (before: string) => policyObjection({ before: { 'lifeguard.mfaConfiguration': before } }, ports);
  ports.attributes = { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.smsMfa': 'yes' };
  expect(objection('OPTIONAL')).toContain('Cannot turn MFA functionality ON');
  expect(objection('ON')).toBeNull();
  ports.attributes = { ...ports.attributes, 'lifeguard.requiredAfterCreation': 'allowed' };
  expect(objection('OPTIONAL')).toBeNull();
  ports.attributes = { 'lifeguard.mfaConfiguration': 'MAYBE' };
  expect(objection('ON')).toBeNull();
});
