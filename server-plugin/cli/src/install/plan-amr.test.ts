import { describe, expect, it } from 'vitest';
import { planAmr } from './plan-amr.ts';

const ours = { protocolMappers: [{ protocolMapper: 'lifeguard-amr-mapper' }] };

describe('planAmr', () => {
  it.each([
    [
      'puts it where the level of authentication is',
      [
        { name: 'basic', id: '1' },
        { name: 'acr', id: '2' },
      ],
      '"acr"',
    ],
    [
      'or where every client has it',
      [
        { name: 'profile', id: '0' },
        { name: 'basic', id: '1' },
      ],
      '"basic"',
    ],
  ])('%s', (_, scopes, scope) => {
    expect(planAmr(scopes).map(({ what }) => what)).toEqual([`add the claim amr to the client scope ${scope}`]);
  });

  it('leaves it where an operator has put it', () => {
    expect(
      planAmr([
        { name: 'acr', id: '2' },
        { name: 'mine', id: '3', ...ours },
      ]),
    ).toEqual([]);
  });

  it('adds nothing to a realm that has none of these scopes', () => {
    expect(planAmr([{ name: 'mine', id: '3' }])).toEqual([]);
  });
});
