import { type Check, ok, quotedList, warning } from '../finding.ts';

/** Whoever has the secret of a service account signs requests with its roles, which can take a user's second factor away. */
export const cognitoKeys: Check = ({ administeringAccounts: accounts }) => {
  if (accounts === undefined)
    return ok('Which service accounts may administer was not looked at: that needs the role view-users.');
  const others = accounts.filter(({ isKey }) => !isKey);
  if (others.length > 0) {
    const names = others.map(({ clientId, roles }) => `"${clientId}" (${roles.join(', ')})`).join('; ');
    return warning(
      `These service accounts may change users or the realm, and so reset second factors, by the Cognito API too: ${names}.`,
      "Look at the roles of their service accounts in Keycloak's console.",
    );
  }
  if (accounts.length === 0) return ok('No service account of the realm may change anything in it.');
  return ok(`Keys for signed requests that change something: ${quotedList(accounts.map(({ clientId }) => clientId))}.`);
};
