import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPoolPolicy, parsePoolPolicy, POOL_ATTRIBUTES, type PoolPolicy } from './pool-policy.ts';

const policies: fc.Arbitrary<PoolPolicy> = fc
  .record({
    mfaConfiguration: fc.constantFrom('OFF' as const, 'OPTIONAL' as const, 'ON' as const),
    smsMfa: fc.boolean(),
    softwareTokenMfa: fc.boolean(),
    verifiedTokenIsEnabled: fc.boolean(),
    smsAuthenticationMessage: fc.string({ maxLength: 134 }).map((text) => `${text}{####}`),
    smsCodeValidityInSeconds: fc.integer({ min: 180, max: 900 }),
    smsIsOriginBound: fc.boolean(),
    phoneNumberByUser: fc.boolean(),
    mfaAfterIdentityProvider: fc.boolean(),
    backchannelIsSecondFactor: fc.boolean(),
  })
  .chain((policy) =>
    fc.constantFrom(
      { ...policy, requiredAfterCreation: 'refused' as const, setUpGraceEndsOn: '' },
      { ...policy, requiredAfterCreation: 'allowed' as const, setUpGraceEndsOn: '' },
      { ...policy, requiredAfterCreation: 'allowed' as const, setUpGraceEndsOn: '2026-12-31' },
    ),
  )
  .filter(({ mfaConfiguration, smsMfa, softwareTokenMfa }) => mfaConfiguration === 'OFF' || smsMfa || softwareTokenMfa);

test('what is written to the realm is read back', () => {
  fc.assert(
    fc.property(policies, (policy) => {
      expect(parsePoolPolicy(formatPoolPolicy(policy))).toEqual({ ok: true, policy });
    }),
  );
});

test('no text in the mode attribute turns a policy off, except OFF', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const result = parsePoolPolicy({ [POOL_ATTRIBUTES.mfaConfiguration]: text });
      if (result.ok && result.policy.mfaConfiguration === 'OFF') expect(text).toBe('OFF');
    }),
  );
});
