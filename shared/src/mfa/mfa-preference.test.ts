import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MFA_FACTORS } from './factor.ts';
import { type MfaPreferenceRequest, setMfaPreference } from './mfa-preference.ts';
import type { MfaSettings } from './user-factors.ts';

const block = fc.option(fc.record({ Enabled: fc.boolean(), PreferredMfa: fc.boolean() }, { requiredKeys: [] }));
const requests: fc.Arbitrary<MfaPreferenceRequest> = fc.record(
  { SMS_MFA: block, SOFTWARE_TOKEN_MFA: block, EMAIL_OTP: block },
  { requiredKeys: [] },
);

test('whatever is asked, the preferred factor is one of the enabled ones', () => {
  const able = { phoneNumber: '+14155550123', email: 'ann@example.test', softwareToken: 'verified' } as const;
  fc.assert(
    fc.property(fc.array(requests), (sequence) => {
      let settings: MfaSettings = {};
      for (const request of sequence) {
        const result = setMfaPreference({ ...able, settings }, request);
        if (result.ok) settings = result.settings;
        const { preferredFactor, enabledFactors } = settings;
        if (preferredFactor !== undefined) expect(enabledFactors).toContain(preferredFactor);
        for (const factor of enabledFactors ?? []) expect(MFA_FACTORS).toContain(factor);
      }
    }),
  );
});
