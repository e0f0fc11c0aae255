import { hasRequiredStep, waysRound } from '../../flow/ways-round.ts';
import { BROWSER } from '../../flow/way-in.ts';
import { closeFlow, install } from '../commands.ts';
import { type Check, ok, problem, quotedList } from '../finding.ts';

export const browserFlow: Check = ({ browserFlow: flow, realm }) => {
  if (!hasRequiredStep(flow)) {
    return problem(
      `The browser flow "${flow.alias}" does not have the step lifeguard-mfa as REQUIRED.`,
      install(realm),
    );
  }
  const gaps = waysRound(flow);
  if (gaps.length === 0) return ok(`The browser flow "${flow.alias}" passes the step lifeguard-mfa on every way.`);
  return problem(
    `The browser flow "${flow.alias}" lets a user in without the step lifeguard-mfa by ${quotedList(gaps)}: disable that, or go back to Keycloak's own flow.`,
    ...closeFlow(realm, BROWSER, flow),
  );
};
