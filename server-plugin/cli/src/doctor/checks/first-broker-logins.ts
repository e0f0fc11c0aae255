import { linkGaps } from '../../flow/link-gaps.ts';
import { install } from '../commands.ts';
import { ok, problem, quotedList } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** Whoever links an account of an identity provider to one that exists can sign in to it ever after. */
export const firstBrokerLogins = whenAsked(({ identityProviders, firstBrokerFlows, realm }) => {
  const open = identityProviders.flatMap(({ alias, enabled }) => {
    const flow = alias === undefined || enabled === false ? undefined : firstBrokerFlows.get(alias);
    const gaps = flow === undefined ? [] : linkGaps(flow);
    return flow === undefined || gaps.length === 0 ? [] : [`"${alias}" (flow "${flow.alias}", ${quotedList(gaps)})`];
  });
  if (open.length === 0) return ok('No account is linked to one of an identity provider without the second factor.');
  return problem(
    `An existing account is linked without the step lifeguard-mfa at the first sign-in by these identity providers: ${open.join(', ')}.`,
    install(realm),
  );
});
