import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { ok, problem } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** A client can have a browser flow of its own, which then runs in place of the realm's. */
export const clientFlows = whenAsked((facts) => {
  const open = [...facts.clientFlows].filter(([, flow]) => !asksOnEveryWay(flow));
  if (open.length === 0) return ok('No client has a browser flow without the second factor.');
  const names = open.map(([clientId, flow]) => `"${clientId}" (flow "${flow.alias}")`).join(', ');
  return problem(
    `These clients have a browser flow of their own without the step lifeguard-mfa on every way: ${names}.`,
    "Remove the authentication flow override in the client's advanced settings, or add the step lifeguard-mfa to that flow.",
  );
});
