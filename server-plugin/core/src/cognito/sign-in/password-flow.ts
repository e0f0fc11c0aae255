import { type CognitoError, notAuthorized } from '../protocol/cognito-error.ts';
import { findUser, userNotFound } from '../user/find-user.ts';
import { hidesExistence } from '../user/hidden-existence.ts';
import { WRONG_PASSWORD } from '../user/passwords.ts';
import { afterPassword } from './after-password.ts';
import type { ClientContext } from '../client/open-client.ts';
import type { SignInAnswer } from './sign-in.ts';
import { requireSignInAllowed } from './user-guard.ts';

/** USER_PASSWORD_AUTH and ADMIN_USER_PASSWORD_AUTH. */
export function signInByPassword(place: ClientContext, typedName: string, password: string): SignInAnswer {
  const { ports } = place;
  const user = findUser(ports, place.pool, typedName);
  if (user === undefined) {
    // As slow as for a user who is there.
    ports.checkPassword({ password });
    ports.tellFailure({ error: 'user_not_found' });
    throw unknownUser(place);
  }
  requireSignInAllowed(ports, user);
  if (!ports.checkPassword({ password })) {
    ports.countFailure({ factor: 'password' });
    ports.tellFailure({ error: 'invalid_user_credentials' });
    throw notAuthorized(WRONG_PASSWORD);
  }
  return afterPassword({ ...place, user, typedName });
}

function unknownUser({ settings }: ClientContext): CognitoError {
  return hidesExistence(settings) ? notAuthorized(WRONG_PASSWORD) : userNotFound();
}
