import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { ok, warning } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** The link in a "forgot password" mail ends in a session. */
export const resetPassword = whenAsked(({ realm, resetCredentialsFlow: flow }) => {
  if (realm.resetPasswordAllowed !== true || asksOnEveryWay(flow)) {
    return ok('A forgotten password is no way round the second factor.');
  }
  return warning(
    `Whoever resets a forgotten password by mail is signed in by the flow "${flow.alias}" without the step lifeguard-mfa.`,
    `kcadm.sh update realms/${realm.realm} -s resetPasswordAllowed=false, or add the step to a copy of that flow and bind it`,
  );
});
