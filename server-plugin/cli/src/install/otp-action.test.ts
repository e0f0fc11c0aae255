import { describe, expect, it } from 'vitest';
import { planOtpAction } from './otp-action.ts';

const action = { alias: 'CONFIGURE_TOTP', providerId: 'CONFIGURE_TOTP', enabled: true, defaultAction: false };

describe('planOtpAction', () => {
  it.each([
    ['registers it where it is missing', [], ['register the required action CONFIGURE_TOTP']],
    ['enables it where it is disabled', [{ ...action, enabled: false }], ['enable the required action CONFIGURE_TOTP']],
    ['leaves an enabled one alone, default or not', [{ ...action, defaultAction: true }], []],
  ])('%s', (_, actions, expected) => {
    expect(planOtpAction(actions).map(({ what }) => what)).toEqual(expected);
  });
});
