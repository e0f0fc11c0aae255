import { asksOnEveryWay } from '../../flow/ways-round.ts';
import { install } from '../commands.ts';
import { ok, problem, quotedList } from '../finding.ts';
import { whenAsked } from './when-asked.ts';

/** A device shows a code, and the user signs in by the browser flow to confirm it. */
export const deviceGrants = whenAsked(({ clients, clientFlows, browserFlow, realm }) => {
  const withDevices = clients.filter(
    ({ enabled, attributes }) =>
      enabled === true && attributes?.['oauth2.device.authorization.grant.enabled'] === 'true',
  );
  const open = withDevices.filter(({ id }) => {
    const own = clientFlows.find((override) => override.id === id && override.kind === 'browser');
    return !asksOnEveryWay(own?.flow ?? browserFlow);
  });
  if (open.length === 0) return ok('Sign-ins for devices pass the browser flow and its second factor.');
  return problem(
    `Sign-ins for devices of these clients pass no second factor: ${quotedList(open.flatMap(({ clientId }) => clientId ?? []))}.`,
    install(realm),
  );
});
