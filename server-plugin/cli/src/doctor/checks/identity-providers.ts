import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { ok, quotedList, warning } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** Whoever signs in by an identity provider does not pass the steps of the browser flow. */
export const identityProviders = whenAsked(({ identityProviders: providers, postBrokerFlows }) => {
  const open = providers.flatMap(({ alias, enabled }) => {
    const flow = alias === undefined ? undefined : postBrokerFlows.get(alias);
    const asks = flow !== undefined && asksOnEveryWay(flow);
    return alias === undefined || enabled === false || asks ? [] : [alias];
  });
  if (open.length === 0) return ok('No identity provider signs users in without the second factor.');
  return warning(
    `Users of these identity providers are not asked for a second factor here: ${quotedList(open)}.`,
    'Let the identity provider ask for it, or give it a post login flow with the step lifeguard-mfa.',
  );
});
