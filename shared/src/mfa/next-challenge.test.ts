import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MFA_FACTORS, type MfaFactor } from './factor.ts';
import { nextChallenge, type PoolChallengeRules } from './next-challenge.ts';
import type { UserFactors } from './user-factors.ts';

const factors = fc.subarray([...MFA_FACTORS]);
const pools: fc.Arbitrary<PoolChallengeRules> = fc.record({
  mfaConfiguration: fc.constantFrom('OFF', 'OPTIONAL', 'ON'),
  factors,
  verifiedTokenIsEnabled: fc.boolean(),
});
const users: fc.Arbitrary<UserFactors> = fc.record(
  {
    status: fc.constant('CONFIRMED' as const),
    phoneNumber: fc.constant('+14155550123'),
    email: fc.constant('ann@example.test'),
    softwareToken: fc.constantFrom('none', 'associated', 'verified'),
    soleRecoveryMedium: fc.constantFrom('SMS', 'EMAIL'),
    settings: fc.record(
      { enabledFactors: factors, preferredFactor: fc.constantFrom(...MFA_FACTORS) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['status', 'softwareToken', 'settings'] },
);

function asked(pool: PoolChallengeRules, user: UserFactors): readonly MfaFactor[] {
  const next = nextChallenge(pool, user);
  if (next.kind !== 'challenge') return [];
  if ('factors' in next) return next.challenge === 'SELECT_MFA_TYPE' ? next.factors : [];
  return [next.challenge as MfaFactor];
}

test('a pool at ON never gives tokens for the password alone', () => {
  fc.assert(
    fc.property(pools, users, (pool, user) => {
      fc.pre(pool.mfaConfiguration === 'ON');
      expect(nextChallenge(pool, user).kind).not.toBe('tokens');
    }),
  );
});

test('a pool at OFF never challenges', () => {
  fc.assert(
    fc.property(pools, users, (pool, user) => {
      expect(nextChallenge({ ...pool, mfaConfiguration: 'OFF' }, user)).toEqual({ kind: 'tokens' });
    }),
  );
});

test('nobody is asked for a factor that they do not have', () => {
  fc.assert(
    fc.property(pools, users, (pool, user) => {
      const has: Record<MfaFactor, boolean> = {
        SMS_MFA: user.phoneNumber !== undefined,
        EMAIL_OTP: user.email !== undefined,
        SOFTWARE_TOKEN_MFA: user.softwareToken === 'verified',
      };
      for (const factor of asked(pool, user)) expect(has[factor]).toBe(true);
    }),
  );
});

test('no message is ever sent by a pool that does not offer it', () => {
  fc.assert(
    fc.property(pools, users, (pool, user) => {
      for (const factor of asked(pool, user)) {
        if (factor !== 'SOFTWARE_TOKEN_MFA') expect(pool.factors).toContain(factor);
      }
    }),
  );
});

test('a choice is between two factors at least', () => {
  fc.assert(
    fc.property(pools, users, (pool, user) => {
      const next = nextChallenge(pool, user);
      if (next.kind === 'challenge' && next.challenge === 'SELECT_MFA_TYPE')
        expect(next.factors.length).toBeGreaterThan(1);
    }),
  );
});
