import { expect, test } from 'vitest';
import { MemoryPorts } from '../testing/memory-ports.ts';
import { policyFormFields, savePolicyForm, showPolicyForm } from './policy-form.ts';

function pool(attributes: Record<string, string>) {
  const ports = new MemoryPorts();
  ports.attributes = attributes;
  return ports;
}

const OPTIONAL = { 'lifeguard.mfaConfiguration': 'OPTIONAL' };

test('a form that is saved as it was shown writes nothing', () => {
  const ports = pool({ ...OPTIONAL });
  expect(savePolicyForm({ values: showPolicyForm({}, ports), isNew: true }, ports)).toEqual({ ok: true });
  expect(ports.attributes).toEqual(OPTIONAL);
});

test('a change goes by the rules of the policy', () => {
  const ports = pool({ ...OPTIONAL });
  const shown = showPolicyForm({}, ports);
  expect(savePolicyForm({ values: { ...shown, smsMfa: 'true' }, isNew: false }, ports).ok).toBe(true);
  expect(ports.attributes).toMatchObject({ 'lifeguard.smsMfa': 'true' });
  const required = { ...shown, mfaConfiguration: 'ON' };
  expect(savePolicyForm({ values: required, isNew: false }, ports)).toMatchObject({ ok: false });
});

test('a form that has shown the defaults does not write them over a policy', () => {
  const ports = pool({ ...OPTIONAL });
  expect(savePolicyForm({ values: showPolicyForm({}, pool({})), isNew: true }, ports)).toMatchObject({ ok: false });
  expect(ports.attributes).toEqual(OPTIONAL);
});

test('a text that was emptied comes without its field, and is refused where the rules want one', () => {
  const ports = pool({ ...OPTIONAL, 'lifeguard.requiredAfterCreation': 'allowed' });
  ports.attributes['lifeguard.setUpGraceEndsOn'] = '2030-01-01';
  const { setUpGraceEndsOn: _, ...withoutDate } = showPolicyForm({}, ports);
  expect(savePolicyForm({ values: withoutDate, isNew: false }, ports).ok).toBe(true);
  expect(ports.attributes['lifeguard.setUpGraceEndsOn']).toBe('');
  const { smsAuthenticationMessage: __, ...withoutMessage } = showPolicyForm({}, ports);
  expect(savePolicyForm({ values: withoutMessage, isNew: false }, ports)).toMatchObject({ ok: false });
});

test('in a realm in which nobody has set anything the defaults are the truth', () => {
  const ports = pool({});
  const values = { ...showPolicyForm({}, ports), mfaConfiguration: 'OPTIONAL' };
  expect(savePolicyForm({ values, isNew: true }, ports).ok).toBe(true);
  expect(ports.attributes).toMatchObject(OPTIONAL);
});

test('each field says how it is entered', () => {
  expect(policyFormFields()[0]).toMatchObject({ name: 'mfaConfiguration', kind: 'choice', byDefault: 'OFF' });
});
