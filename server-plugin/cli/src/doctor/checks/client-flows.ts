import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { ok, problem } from '../finding.ts';
import { kcadmUpdate } from '../commands.ts';
import { whenAsked } from './when-asked.ts';

/** A client can have flows of its own, which then run in place of the realm's. Install leaves them alone. */
export const clientFlows = whenAsked(({ clientFlows: overrides, clients, realm }) => {
  const withGrants = new Set(clients.flatMap(({ id, directAccessGrantsEnabled: on }) => (on === true ? [id] : [])));
  const open = overrides.filter(
    ({ id, kind, flow }) => (kind === 'browser' || withGrants.has(id)) && !asksOnEveryWay(flow),
  );
  if (open.length === 0) return ok('No client has a flow of its own without the second factor.');
  const names = open.map(({ clientId, kind, flow }) => `"${clientId}" (${kind}, flow "${flow.alias}")`).join(', ');
  return problem(
    `These clients have a flow of their own without Lifeguard's step on every way: ${names}.`,
    ...open.map(({ id, kind }) => kcadmUpdate(['clients', id], realm, `authenticationFlowBindingOverrides.${kind}=`)),
  );
});
