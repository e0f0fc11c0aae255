import { expect, it } from 'vitest';
import { allowsFlow, AUTH_FLOWS } from './auth-flow.ts';

it.each<[string, readonly string[], readonly string[]]>([
  ['a client without any', [], ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_CUSTOM_AUTH']],
  [
    'an older name',
    ['USER_PASSWORD_AUTH'],
    ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  ],
  ['a newer name', ['ALLOW_USER_PASSWORD_AUTH'], ['ALLOW_USER_PASSWORD_AUTH']],
  ['a name that is none', ['toString', '__proto__'], []],
])('%s', (_, ExplicitAuthFlows, expected) => {
  expect(AUTH_FLOWS.filter((flow) => allowsFlow({ ExplicitAuthFlows }, flow))).toEqual(expected);
});
