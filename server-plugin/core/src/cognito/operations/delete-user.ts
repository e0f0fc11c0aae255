import { DeleteUser } from '../model/inputs.ts';
import { withAccessToken } from '../operation.ts';
import { isMadeByApi } from '../pool/made-by-api.ts';
import { notAuthorized } from '../protocol/cognito-error.ts';
import { requireDeleted } from '../user/write-user.ts';

/** @see Amazon Cognito API Reference, DeleteUser */
export const deleteUser = withAccessToken(DeleteUser, (_input, { ports, pool }) => {
  // Keycloak has a switch of its own for this, which is off, in realms that it has made.
  if (!isMadeByApi(pool)) throw notAuthorized('Users of this user pool cannot delete themselves.');
  requireDeleted(ports);
  return {};
});
