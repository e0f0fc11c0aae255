import { DIRECT_GRANT } from '../../flow/way-in.ts';
import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { closeFlow } from '../commands.ts';
import { ok, problem, quotedList } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** The resource owner password grant runs a flow of its own. */
export const directGrants = whenAsked(({ clients, clientFlows, directGrantFlow: flow, realm }) => {
  if (asksOnEveryWay(flow)) return ok(`The direct grant flow "${flow.alias}" asks for the second factor on every way.`);
  const ownFlow = new Set(clientFlows.flatMap(({ id, kind }) => (kind === 'direct_grant' ? [id] : [])));
  const open = clients.filter(
    ({ id, enabled, directAccessGrantsEnabled }) =>
      enabled === true && directAccessGrantsEnabled === true && !ownFlow.has(id ?? ''),
  );
  if (open.length === 0) return ok('No client has direct access grants.');
  const names = quotedList(open.flatMap(({ clientId }) => clientId ?? []));
  return problem(
    `These clients get tokens for a password alone, by the direct grant flow "${flow.alias}": ${names}.`,
    ...closeFlow(realm, DIRECT_GRANT, flow),
  );
});
