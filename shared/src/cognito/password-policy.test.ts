import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPasswordPolicy, withPasswordPolicy } from './password-policy.ts';

test('a pool about which nothing is said wants eight characters of all four classes', () => {
  const policy = withPasswordPolicy('', {});
  expect(policy).toBe(
    'length(8) and maxLength(256) and upperCase(1) and lowerCase(1) and digits(1) and specialChars(1)',
  );
});

test('what is written is read', () => {
  const flags = fc.boolean();
  const policies = fc.record({
    MinimumLength: fc.integer({ min: 6, max: 99 }),
    RequireUppercase: flags,
    RequireLowercase: flags,
    RequireNumbers: flags,
    RequireSymbols: flags,
    PasswordHistorySize: fc.integer({ min: 1, max: 24 }),
  });
  fc.assert(
    fc.property(policies, policies, (before, policy) => {
      expect(readPasswordPolicy(withPasswordPolicy(withPasswordPolicy('', before), policy))).toEqual(policy);
    }),
  );
});

test('rules that Cognito does not know stay', () => {
  const policy = withPasswordPolicy('length(20) and notUsername(undefined) and regexPattern(^(a|b)+$)', {
    MinimumLength: 10,
  });
  expect(policy).toContain('length(10) and');
  expect(policy).toMatch(/ and notUsername\(undefined\) and regexPattern\(\^\(a\|b\)\+\$\)$/);
});

test('a realm without a policy takes every password that is not empty', () => {
  expect(readPasswordPolicy('')).toEqual({
    MinimumLength: 1,
    RequireUppercase: false,
    RequireLowercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
  });
});
