import { describe, expect, it } from 'vitest';
import { planRequiredActions } from './required-actions.ts';

const [totp, phone, settings] = ['CONFIGURE_TOTP', 'lifeguard-phone-number', 'lifeguard-mfa-settings'].map((id) => ({
  alias: id,
  providerId: id,
  enabled: true,
  defaultAction: false,
}));
const ours = [phone ?? {}, settings ?? {}];

describe('planRequiredActions', () => {
  it.each([
    ['registers what is missing', ours, ['register the required action CONFIGURE_TOTP']],
    ['enables what is disabled', [...ours, { ...totp, enabled: false }], ['enable the required action CONFIGURE_TOTP']],
    ['leaves an enabled one alone, default or not', [...ours, { ...totp, defaultAction: true }], []],
    [
      'adds our own to a new realm',
      [totp ?? {}],
      ['register the required action lifeguard-phone-number', 'register the required action lifeguard-mfa-settings'],
    ],
  ])('%s', (_, actions, expected) => {
    expect(planRequiredActions(actions).map(({ what }) => what)).toEqual(expected);
  });
});
