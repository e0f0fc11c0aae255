import { ok, quotedList, warning } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** The resource owner password grant does not run the browser flow. */
export const directGrants = whenAsked(({ clients, realm }) => {
  const open = clients.filter((client) => client.enabled === true && client.directAccessGrantsEnabled === true);
  if (open.length === 0) return ok('No client gets tokens for a password alone.');
  const names = quotedList(open.flatMap(({ clientId }) => clientId ?? []));
  return warning(
    `These clients get tokens for a password alone, by direct access grants: ${names}.`,
    `kcadm.sh update clients/ID -r ${realm.realm} -s directAccessGrantsEnabled=false, for each of them`,
  );
});
