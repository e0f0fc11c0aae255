import { lifeguard } from '../commands.ts';
import { ok, quotedList, warning } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** Client-initiated backchannel authentication runs no flow: the plugin asks the policy before tokens are given. */
export const ciba = whenAsked(({ clients, policy, realm }) => {
  const names = clients
    .filter(({ enabled, attributes }) => enabled === true && attributes?.['oidc.ciba.grant.enabled'] === 'true')
    .flatMap(({ clientId }) => clientId ?? []);
  if (names.length === 0) return ok('No client signs users in by backchannel (CIBA).');
  if (policy.ok && policy.policy.backchannelIsSecondFactor) {
    return warning(
      `The pool takes the answer on the user's device (CIBA) for the second factor, for these clients: ${quotedList(names)}.`,
      lifeguard(['policy', 'set'], realm, '--backchannel-is-second-factor', 'off'),
    );
  }
  return ok(`Users who owe a second factor get no tokens by backchannel (CIBA): ${quotedList(names)}.`);
});
