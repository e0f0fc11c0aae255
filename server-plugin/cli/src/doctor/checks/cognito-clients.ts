import { API_SCOPE } from '@lifeguard/shared/cognito';
import { allowedFlows, readClientSettings } from '../../cognito/client-settings.ts';
import { flowName } from '../../cognito/flow-names.ts';
import { lifeguard } from '../commands.ts';
import type { DoctorFacts } from '../doctor-facts.ts';
import { type Check, ok, problem, quotedList, warning } from '../finding.ts';

/**
 * Who may sign users in by the Cognito API. It runs no flow of Keycloak: the core asks for the second factor by the policy after every
 * password, also where an administrator has signed the request.
 */
export const cognitoClients: Check = ({ clients, realm }) => {
  const read = clients
    .filter(({ enabled }) => enabled !== false)
    .map((client) => {
      const { clientId = '', defaultClientScopes = [], optionalClientScopes = [] } = client;
      const hasScope = defaultClientScopes.includes(API_SCOPE);
      const mayHaveScope = hasScope || optionalClientScopes.includes(API_SCOPE);
      return { clientId, settings: readClientSettings(client), hasScope, mayHaveScope };
    });
  const unreadable = read.filter(({ settings }) => settings.kind === 'unreadable');
  if (unreadable.length > 0) {
    return problem(
      `What the Cognito API keeps of these clients can't be read, so nobody signs in by them there: ${names(unreadable)}.`,
      ...remedies('deny', realm, unreadable),
      ...remedies('allow', realm, unreadable),
    );
  }
  const without = read.filter(({ settings, hasScope }) => settings.kind === 'settings' && !hasScope);
  if (without.length > 0) {
    return warning(
      `Tokens of these clients can't be used with the Cognito API, because they lack the scope ${API_SCOPE}: ${names(without)}.`,
      ...remedies('allow', realm, without),
    );
  }
  const beside = read.filter(({ settings, mayHaveScope }) => settings.kind === 'none' && mayHaveScope);
  if (beside.length > 0) {
    return warning(
      `These clients take no part in the Cognito API, and their tokens may be used with it all the same: ${names(beside)}.`,
      ...remedies('deny', realm, beside),
    );
  }
  const described = read.flatMap(({ clientId, settings }) =>
    settings.kind === 'settings'
      ? [`"${clientId}" (${allowedFlows(settings.settings).map(flowName).join(', ') || 'no flow'})`]
      : [],
  );
  if (described.length === 0) return ok('No client takes part in the Cognito API.');
  return ok(`These clients sign users in by the Cognito API, with the second factor: ${described.join('; ')}.`);
};

type Found = readonly { readonly clientId: string }[];

function remedies(command: 'allow' | 'deny', realm: DoctorFacts['realm'], found: Found): readonly string[] {
  return found.map(({ clientId }) => lifeguard(['cognito', command, clientId], realm));
}

function names(found: Found): string {
  return quotedList(found.map(({ clientId }) => clientId));
}
