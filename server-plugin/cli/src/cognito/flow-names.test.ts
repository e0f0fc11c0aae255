import { expect, it } from 'vitest';
import { flowName, readFlows } from './flow-names.ts';

it('reads short names and those of AWS, once each', () => {
  expect(readFlows('refresh, user-password,ALLOW_USER_PASSWORD_AUTH')).toEqual([
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ]);
});

it.each(['', 'password', 'ALLOW_CUSTOM_AUTH', 'user-password,', 'toString'])('refuses %j', (text) => {
  expect(() => readFlows(text)).toThrow('--flow takes user-password');
});

it('shows flows by their short names, and Cognito’s others by theirs', () => {
  expect(flowName('ALLOW_USER_SRP_AUTH')).toBe('user-srp');
  expect(flowName('ALLOW_CUSTOM_AUTH')).toBe('ALLOW_CUSTOM_AUTH');
});
