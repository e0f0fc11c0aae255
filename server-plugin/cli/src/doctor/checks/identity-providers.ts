import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { install, kcadmUpdate, lifeguard } from '../commands.ts';
import { ok, problem, quotedList, warning } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** Whoever signs in by an identity provider does not pass the steps of the browser flow. */
export const identityProviders = whenAsked(({ identityProviders: providers, postBrokerFlows, policy, realm }) => {
  const enabled = providers.flatMap(({ alias, enabled: on }) => (alias === undefined || on === false ? [] : [alias]));
  if (enabled.length === 0) return ok('No identity provider signs users in.');
  if (policy.ok && !policy.policy.mfaAfterIdentityProvider) {
    return warning(
      `The pool trusts these identity providers to have asked for a second factor: ${quotedList(enabled)}.`,
      lifeguard(['policy', 'set'], realm, '--mfa-after-identity-provider', 'on'),
    );
  }
  const open = enabled.filter((alias) => {
    const flow = postBrokerFlows.get(alias);
    return flow === undefined || !asksOnEveryWay(flow);
  });
  if (open.length === 0) return ok('Sign-ins by identity providers end in the step lifeguard-mfa.');
  const own = open.filter((alias) => postBrokerFlows.has(alias));
  return problem(
    `Users of these identity providers are not asked for a second factor here: ${quotedList(open)}.`,
    ...own.map((alias) => kcadmUpdate(['identity-provider', 'instances', alias], realm, 'postBrokerLoginFlowAlias=')),
    install(realm),
  );
});
