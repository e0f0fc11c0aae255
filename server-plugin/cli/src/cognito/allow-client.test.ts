import { describe, expect, it } from 'vitest';
import { planAllowed, planDenied } from './allow-client.ts';

const SCOPE = 'aws.cognito.signin.user.admin';
const scope = { id: 's1', name: SCOPE, protocolMappers: [{ protocolMapper: 'lifeguard-cognito-claims' }] };
const client = { id: 'c1', clientId: 'app', defaultClientScopes: ['basic'] };
const allowed = {
  ...client,
  defaultClientScopes: ['basic', SCOPE],
  attributes: {
    'lifeguard.cognito.client': '{"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"AuthSessionValidity":5}',
  },
};

function words(changes: readonly { readonly what: string }[]): readonly string[] {
  return changes.map(({ what }) => what);
}

describe('planAllowed', () => {
  it('makes the scope before the client may do anything', () => {
    expect(words(planAllowed(client, ['ALLOW_USER_PASSWORD_AUTH'], []))).toEqual([
      `create the client scope ${SCOPE} with the claims of Cognito`,
      `give the client "app" the client scope ${SCOPE}`,
      'let the client "app" use the Cognito API by ALLOW_USER_PASSWORD_AUTH',
    ]);
  });

  it('gives a scope that lost it its mapper back', () => {
    const bare = { id: 's1', name: SCOPE };
    expect(words(planAllowed(allowed, ['ALLOW_USER_PASSWORD_AUTH'], [bare]))).toEqual([
      `add the claims of Cognito to the client scope ${SCOPE}`,
    ]);
  });

  it('has nothing to do with what it made', () => {
    expect(planAllowed(allowed, ['ALLOW_USER_PASSWORD_AUTH'], [scope])).toEqual([]);
  });

  it('names flows in place of those of before, and of a client without any, which had others', () => {
    const unnamed = { ...allowed, attributes: { 'lifeguard.cognito.client': '{}' } };
    for (const before of [allowed, unnamed]) {
      expect(words(planAllowed(before, ['ALLOW_USER_SRP_AUTH'], [scope]))).toEqual([
        'let the client "app" use the Cognito API by ALLOW_USER_SRP_AUTH',
      ]);
    }
  });
});

describe('planDenied', () => {
  it('takes attribute and scope away', () => {
    expect(words(planDenied(allowed, [scope]))).toEqual([
      'take the client "app" out of the Cognito API',
      `take the client scope ${SCOPE} from the client "app"`,
    ]);
  });

  it('takes an attribute away that nobody can read', () => {
    const broken = { ...client, attributes: { 'lifeguard.cognito.client': '{' } };
    expect(words(planDenied(broken, [scope]))).toEqual(['take the client "app" out of the Cognito API']);
  });

  it('has nothing to do with a client that takes no part', () => {
    expect(planDenied(client, [scope])).toEqual([]);
  });
});
