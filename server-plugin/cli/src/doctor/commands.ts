import type { Flow } from '../flow/flow-tree.ts';
import { BROWSER, type WayIn } from '../flow/way-in.ts';
import { hasRequiredStep } from '../flow/ways-round.ts';
import { DEFAULT_FLOW_ALIAS, realmField } from '../install/realm-ways.ts';
import type { DoctorFacts } from './doctor-facts.ts';

/** A command of Keycloak's own administration tool that sets one field of the realm or of a thing in it. */
export function kcadm(action: string, realm: DoctorFacts['realm'], assignment: string): string {
  return `kcadm.sh ${action} -r ${shellWord(realm.realm)} -s ${shellWord(assignment)}`;
}

export function install(realm: DoctorFacts['realm']): string {
  return `lifeguard install --realm ${shellWord(realm.realm)}`;
}

/**
 * The commands that close a flow of the realm. Install adds the step where it is missing; a flow that has it and leads round it is
 * somebody's work, so the realm goes back to Keycloak's own flow first.
 */
export function closeFlow(realm: DoctorFacts['realm'], way: WayIn, flow: Flow): readonly string[] {
  if (!hasRequiredStep(flow)) return [install(realm)];
  const { field, builtIn } = realmField(way);
  const isNameTaken = way === BROWSER && flow.alias === DEFAULT_FLOW_ALIAS;
  return [
    kcadm(`update realms/${realm.realm}`, realm, `${field}=${builtIn}`),
    isNameTaken ? `${install(realm)} --flow-alias ${DEFAULT_FLOW_ALIAS}-2` : install(realm),
  ];
}

/** As a POSIX shell reads one word. */
function shellWord(text: string): string {
  return /^[\w./=:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
