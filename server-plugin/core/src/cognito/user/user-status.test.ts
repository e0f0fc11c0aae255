import { describe, expect, it } from 'vitest';
import type { PortUserRecord } from '../records.ts';
import { isEnabled, userStatus } from './user-status.ts';

const USER: PortUserRecord = {
  id: '5b1c9a52-0000-4000-8000-000000000001',
  username: 'ada',
  enabled: true,
  emailVerified: false,
  attributes: {},
  createdAtInMillis: 0,
  requiredActions: [],
};
const withPassword = { hasPassword: () => true };
const withoutPassword = { hasPassword: () => false };

describe('the status of a user', () => {
  it('is CONFIRMED without any mark', () => {
    expect(userStatus(withPassword, USER)).toBe('CONFIRMED');
    expect(userStatus(withoutPassword, USER)).toBe('CONFIRMED');
  });

  it('is UNCONFIRMED only while Keycloak keeps the user out', () => {
    const attributes = { 'lifeguard.signUp': 'unconfirmed' };
    expect(userStatus(withPassword, { ...USER, enabled: false, attributes })).toBe('UNCONFIRMED');
    expect(userStatus(withPassword, { ...USER, attributes })).toBe('CONFIRMED');
    expect(userStatus(withPassword, { ...USER, enabled: false })).toBe('CONFIRMED');
  });

  it('is RESET_REQUIRED only until there is a password', () => {
    const reset = { ...USER, attributes: { 'lifeguard.passwordReset': 'required' } };
    expect(userStatus(withoutPassword, reset)).toBe('RESET_REQUIRED');
    expect(userStatus(withPassword, reset)).toBe('CONFIRMED');
  });

  it('is FORCE_CHANGE_PASSWORD while Keycloak asks for a new password', () => {
    expect(userStatus(withPassword, { ...USER, requiredActions: ['UPDATE_PASSWORD'] })).toBe('FORCE_CHANGE_PASSWORD');
  });
});

describe('whether a user is enabled', () => {
  it('is true for an unconfirmed one, unless an administrator has disabled that one', () => {
    const unconfirmed = { ...USER, enabled: false, attributes: { 'lifeguard.signUp': 'unconfirmed' } };
    expect(isEnabled(unconfirmed)).toBe(true);
    expect(isEnabled({ ...unconfirmed, attributes: { ...unconfirmed.attributes, 'lifeguard.disabled': 'true' } })).toBe(
      false,
    );
    expect(isEnabled({ ...USER, enabled: false })).toBe(false);
    expect(isEnabled(USER)).toBe(true);
  });
});
