import { describe, expect, it } from 'vitest';
import { planTakeOver, type TakeOverRules, type UserBefore } from './plan-take-over.ts';

const NUMBER = '+4915112345678';
const enrolled: UserBefore = {
  mobileNumbers: [NUMBER],
  phoneNumberVerified: false,
  hasSettings: false,
  hasAuthenticator: false,
};

function plan(user: Partial<UserBefore>, rules: Partial<TakeOverRules> = {}) {
  return planTakeOver({ ...enrolled, ...user }, { overwrite: false, ...rules });
}

describe('planTakeOver', () => {
  it('takes the number over and goes on asking for it', () => {
    expect(plan({})).toEqual({ kind: 'take-over', e164: NUMBER, preference: { SMS_MFA: { Enabled: true } } });
  });

  it('asks for the authenticator as well where there is one', () => {
    expect(plan({ hasAuthenticator: true })).toMatchObject({
      preference: { SMS_MFA: { Enabled: true }, SOFTWARE_TOKEN_MFA: { Enabled: true } },
    });
  });

  it('leaves a choice of factors alone', () => {
    expect(plan({ hasSettings: true })).toEqual({ kind: 'take-over', e164: NUMBER });
  });

  it('has nothing to do with what it took over', () => {
    const after = { phoneNumber: NUMBER, phoneNumberVerified: true, hasSettings: true };
    expect(plan(after)).toEqual({ kind: 'nothing', e164: NUMBER });
    expect(plan({ ...after, phoneNumberVerified: false }).kind).toBe('take-over');
  });

  it('never replaces another number unasked', () => {
    const other = { phoneNumber: '+14155550123', phoneNumberVerified: true };
    expect(plan(other)).toMatchObject({
      kind: 'obstacle',
      obstacle: 'other-number',
      masked: expect.stringContaining('5678'),
    });
    expect(plan(other, { overwrite: true }).kind).toBe('take-over');
  });

  it('takes two credentials with the same number for one, and chooses between none', () => {
    expect(plan({ mobileNumbers: [NUMBER, '0151 12345678'] }, { countryCode: '+49' }).kind).toBe('take-over');
    expect(plan({ mobileNumbers: [NUMBER, '+14155550123'] })).toMatchObject({ obstacle: 'several-numbers' });
  });

  it.each([
    ['a number without its country code', ['015112345678'], /country code/],
    ['a number that is too short', ['+49151'], /none that exists/],
    ['a credential without a number', [undefined], /holds no number/],
  ])('says why it can not take over %s', (_, mobileNumbers, reason) => {
    expect(plan({ mobileNumbers })).toMatchObject({
      kind: 'obstacle',
      obstacle: 'no-number',
      reason: expect.stringMatching(reason),
    });
  });

  it('never shows a number in full', () => {
    const plans = [plan({ mobileNumbers: ['015112345678'] }), plan({ phoneNumber: '+14155550123' })];
    expect(JSON.stringify(plans)).not.toMatch(/12345|55501/);
  });
});
