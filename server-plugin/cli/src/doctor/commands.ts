import type { Flow } from '../flow/flow-tree.ts';
import { BROWSER, type WayIn } from '../flow/way-in.ts';
import { hasRequiredStep } from '../flow/ways-round.ts';
import { DEFAULT_FLOW_ALIAS, realmField } from '../install/realm-ways.ts';

interface InRealm {
  readonly realm: string;
}

/** The command of Keycloak's own administration tool that sets one field of the realm or of a thing in it, which the parts of the path name. */
export function kcadmUpdate(path: readonly string[], { realm }: InRealm, assignment: string): string {
  return commandLine('kcadm.sh', 'update', path.map(encodeURIComponent).join('/'), '-r', realm, '-s', assignment);
}

export function lifeguard(command: readonly string[], { realm }: InRealm, ...options: readonly string[]): string {
  return commandLine('lifeguard', ...command, '--realm', realm, ...options);
}

export function install(realm: InRealm, ...options: readonly string[]): string {
  return lifeguard(['install'], realm, ...options);
}

/**
 * The commands that close a flow of the realm. Install adds the step where it is missing; a flow that has it and leads round it is
 * somebody's work, so the realm goes back to Keycloak's own flow first.
 */
export function closeFlow(realm: InRealm, way: WayIn, flow: Flow): readonly string[] {
  if (!hasRequiredStep(flow)) return [install(realm)];
  const { field, builtIn } = realmField(way);
  const isNameTaken = way === BROWSER && flow.alias === DEFAULT_FLOW_ALIAS;
  return [
    kcadmUpdate(['realms', realm.realm], realm, `${field}=${builtIn}`),
    isNameTaken ? install(realm, '--flow-alias', `${DEFAULT_FLOW_ALIAS}-2`) : install(realm),
  ];
}

function commandLine(...words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** As a POSIX shell reads one word: names are other people's, and commands are pasted. */
function shellWord(text: string): string {
  return /^[\w./=:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
