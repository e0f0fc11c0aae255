import { expect, it } from 'vitest';
import { FIRST_BROKER_LOGIN } from '../flow/way-in.ts';
import { withProviderFlows } from './plan-first-broker.ts';
import { realmWays } from './realm-ways.ts';

it('a flow that the realm binds and identity providers name is copied once and put into all its places', () => {
  const ways = withProviderFlows(realmWays({}, 'lifeguard-browser'), [
    { alias: 'google', firstBrokerLoginFlowAlias: 'first broker login' },
    { alias: 'github' },
    { alias: 'partner', firstBrokerLoginFlowAlias: 'own' },
    { alias: 'supplier', firstBrokerLoginFlowAlias: 'own' },
  ]).filter(({ way }) => way === FIRST_BROKER_LOGIN);
  expect(
    ways.map(({ boundAlias, copyAlias, binds }) => [boundAlias, copyAlias, binds.map(({ what }) => what)]),
  ).toEqual([
    [
      'first broker login',
      'lifeguard-first-broker',
      [
        'bind "lifeguard-first-broker" as the first login flow',
        'set "lifeguard-first-broker" as the first login flow of the identity provider "google"',
      ],
    ],
    [
      'own',
      'lifeguard-own',
      [
        'set "lifeguard-own" as the first login flow of the identity provider "partner"',
        'set "lifeguard-own" as the first login flow of the identity provider "supplier"',
      ],
    ],
  ]);
});
