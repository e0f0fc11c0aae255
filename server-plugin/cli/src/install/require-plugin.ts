import type { Pool } from '../connect.ts';
import { LIFEGUARD_STEP } from '../flow/providers.ts';
import { OperatorError } from '../operator-error.ts';

/** @throws {OperatorError} plugin-missing */
export async function requirePlugin({ client, server }: Pool): Promise<void> {
  const authenticators = await client.authenticationManagement.getAuthenticatorProviders();
  if (authenticators.some(({ id }) => id === LIFEGUARD_STEP)) return;
  throw new OperatorError(
    'plugin-missing',
    `The Keycloak at ${server} does not have the Lifeguard plugin: copy lifeguard.jar into its providers folder and start it again.`,
  );
}
