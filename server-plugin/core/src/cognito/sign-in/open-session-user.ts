import type { CognitoPorts } from '../ports.ts';
import { type AuthSession, invalidSession, openSession } from './auth-session.ts';
import type { ChallengeName } from './challenge-name.ts';
import type { SignIn } from './sign-in.ts';
import { requireSignInAllowed } from './user-guard.ts';
import { openClientFor } from '../client/open-client.ts';

/** Opens pool, client and user of a session that comes without a client's id. */
export function openSessionUser(
  ports: CognitoPorts,
  sealed: string,
  challenge: ChallengeName,
): { readonly signIn: SignIn; readonly session: AuthSession } {
  ports.openEndpointPool();
  const session = openSession(ports, sealed, challenge);
  const place = openClientFor(ports, session.clientId);
  const user = ports.openUser({ keys: [{ by: 'id', value: session.userId }] });
  if (user === null) throw invalidSession();
  requireSignInAllowed(ports, user);
  return { signIn: { ...place, user, typedName: session.typedName }, session };
}
