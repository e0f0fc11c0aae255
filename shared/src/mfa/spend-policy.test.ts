import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSpendPolicy, parseSpendPolicy, type SpendPolicy } from './spend-policy.ts';

const amount = fc.nat({ max: 999_999_999_999 });
const cap = fc.integer({ min: 0, max: 1_000_000 });
const name = fc.constantFrom('US', 'DE', 'JM', '+1', '+1876', '+49', '+883');

test('settings that are written are read back', () => {
  const settings: fc.Arbitrary<SpendPolicy> = fc.record(
    {
      monthlyLimitInMicroUsd: amount,
      maxPriceInMicroUsd: amount,
      prices: fc.dictionary(fc.oneof(name, fc.constant('default')), amount),
      allowedCountries: fc.array(name),
      deniedCountries: fc.array(name),
      perUserPerHour: cap,
      perNumberPerHour: cap,
      perAddressPerHour: cap,
      perHour: cap,
    },
    {
      requiredKeys: [
        'monthlyLimitInMicroUsd',
        'prices',
        'allowedCountries',
        'deniedCountries',
        'perUserPerHour',
        'perNumberPerHour',
        'perAddressPerHour',
        'perHour',
      ],
    },
  );
  fc.assert(
    fc.property(settings, (spend) => {
      const read = parseSpendPolicy(formatSpendPolicy(spend));
      expect(read.ok && JSON.parse(JSON.stringify(read.spend))).toEqual(JSON.parse(JSON.stringify(spend)));
    }),
  );
});
