import { describe, expect, it } from 'vitest';
import { planSettings } from './plan-settings.ts';

const pool = { 'lifeguard.requiredAfterCreation': 'allowed', 'lifeguard.smsMonthlyLimit': '5' };

describe('planSettings', () => {
  it('finds what is not as the file says, and nothing else', () => {
    const file = {
      policy: { 'lifeguard.mfaConfiguration': 'ON', 'lifeguard.softwareTokenMfa': 'true' },
      spend: { 'lifeguard.smsMonthlyLimit': '50.00', 'lifeguard.smsPerHour': '0' },
    };
    expect(planSettings(pool, file)).toEqual({
      ok: true,
      policy: [{ setting: 'mfaConfiguration', from: 'OFF', to: 'ON' }],
      spend: [{ setting: 'smsMonthlyLimit', from: '5.00', to: '50.00' }],
    });
  });

  it('takes values that mean the same for the same', () => {
    expect(planSettings(pool, { policy: {}, spend: { 'lifeguard.smsMonthlyLimit': '5.00' } })).toMatchObject({
      spend: [],
    });
  });

  it('mends a value that can not be read', () => {
    const broken = { ...pool, 'lifeguard.smsMfa': 'yes' };
    expect(planSettings(broken, { policy: { 'lifeguard.smsMfa': 'true' }, spend: {} })).toMatchObject({
      ok: true,
      policy: [{ setting: 'smsMfa', from: 'yes', to: 'true' }],
    });
  });

  it.each([
    ['a value that is none', { policy: { 'lifeguard.smsMfa': 'yes' }, spend: {} }, 'lifeguard.smsMfa'],
    ['a price that is none', { policy: {}, spend: { 'lifeguard.smsPrices': 'US=x' } }, 'lifeguard.smsPrices'],
    [
      'Required in a pool that was created otherwise',
      { policy: { 'lifeguard.requiredAfterCreation': 'refused', 'lifeguard.mfaConfiguration': 'ON' }, spend: {} },
      'lifeguard.mfaConfiguration',
    ],
  ])('refuses %s before anything is asked of the server', (_, file, attribute) => {
    expect(planSettings(pool, file)).toMatchObject({ ok: false, problems: [{ attribute }] });
  });
});
