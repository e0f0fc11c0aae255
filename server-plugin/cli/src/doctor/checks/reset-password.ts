import { enabledSteps } from '../../flow/flow-tree.ts';
import { RESET_OTP_STEP } from '../../flow/providers.ts';
import { RESET_CREDENTIALS } from '../../flow/way-in.ts';
import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { closeFlow, install } from '../commands.ts';
import { ok, problem } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** The link in a "forgot password" mail ends in a session. */
export const resetPassword = whenAsked(({ realm, resetCredentialsFlow: flow }) => {
  if (realm.resetPasswordAllowed !== true) return ok('Nobody can reset a forgotten password by mail.');
  if (!asksOnEveryWay(flow)) {
    return problem(
      `Whoever resets a forgotten password by mail is signed in by the flow "${flow.alias}" without the step lifeguard-mfa.`,
      ...closeFlow(realm, RESET_CREDENTIALS, flow),
    );
  }
  const resets = enabledSteps(flow.children).some(({ provider }) => provider === RESET_OTP_STEP);
  if (!resets) return ok('A forgotten password is no way round the second factor.');
  return problem(
    `Whoever resets a forgotten password by mail is led to set up an authenticator, by the step ${RESET_OTP_STEP} of the flow "${flow.alias}".`,
    install(realm),
  );
});
