import { expect, it } from 'vitest';
import { tokenLifetimes } from './token-lifetimes.ts';

const USUAL = { accessInSeconds: 3600, idInSeconds: 3600, refreshInSeconds: 2_592_000 };

it.each([
  ['none given', {}, USUAL],
  ['0 for none', { AccessTokenValidity: 0, IdTokenValidity: 0, RefreshTokenValidity: 0 }, USUAL],
  [
    'hours and days',
    { AccessTokenValidity: 2, RefreshTokenValidity: 1 },
    { ...USUAL, accessInSeconds: 7200, refreshInSeconds: 86_400 },
  ],
  [
    'units',
    {
      IdTokenValidity: 10,
      RefreshTokenValidity: 90,
      TokenValidityUnits: { IdToken: 'minutes', RefreshToken: 'minutes' },
    },
    { ...USUAL, idInSeconds: 600, refreshInSeconds: 5400 },
  ],
] as const)('lifetimes of tokens: %s', (_, members, expected) => {
  expect(tokenLifetimes(members)).toEqual(expected);
});
