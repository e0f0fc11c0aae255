import { notAuthorized } from '../protocol/cognito-error.ts';
import type { CognitoPorts } from '../ports.ts';
import type { PortClient } from '../records.ts';

/** For operations that take the secret itself in place of a SECRET_HASH. */
export function requireClientSecret(
  ports: CognitoPorts,
  { clientId, isPublic }: PortClient,
  secret: string | undefined,
): void {
  if (isPublic) return;
  if (secret === undefined) {
    throw notAuthorized(`Client ${clientId} is configured with secret but ClientSecret was not received`);
  }
  if (!ports.checkClientSecret({ secret })) throw notAuthorized(`Unable to verify secret for client ${clientId}`);
}
