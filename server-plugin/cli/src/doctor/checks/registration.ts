import { REGISTRATION } from '../../flow/way-in.ts';
import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { closeFlow } from '../commands.ts';
import { ok, problem } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** Whoever registers is signed in at once. */
export const registration = whenAsked(({ realm, registrationFlow: flow }) => {
  if (realm.registrationAllowed !== true) return ok('Nobody can register.');
  if (asksOnEveryWay(flow)) return ok('Whoever registers sets up a second factor where the policy demands one.');
  return problem(
    `Whoever registers is signed in by the flow "${flow.alias}" without the step lifeguard-mfa.`,
    ...closeFlow(realm, REGISTRATION, flow),
  );
});
