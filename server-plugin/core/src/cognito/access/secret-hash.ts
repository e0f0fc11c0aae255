import { notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortClient } from '../records.ts';

/**
 * Asks for the proof that a request comes from a client that knows its secret. Public clients have none, and what they send is not looked at.
 * @param names of which the hash may be made: what was typed, and the user's own names
 * @throws CognitoError with Cognito's words
 */
export function requireSecretHash(
  ports: CognitoPorts,
  { clientId, isPublic }: Pick<PortClient, 'clientId' | 'isPublic'>,
  hash: string | undefined,
  names: readonly string[],
): void {
  if (isPublic) return;
  if (hash === undefined) {
    throw notAuthorized(`Client ${clientId} is configured with secret but SECRET_HASH was not received`);
  }
  if (!ports.checkSecretHash({ hash, names })) {
    throw notAuthorized(`Unable to verify secret hash for client ${clientId}`);
  }
}
